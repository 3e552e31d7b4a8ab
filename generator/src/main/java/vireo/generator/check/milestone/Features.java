// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * Which features a boolean tells of: those that were negotiated wherever it is true. A field tells of what all values tell that are
 * stored in it, a parameter of what all arguments do that the driver passes for it.
 */
final class Features {
    private record Passed(MethodDecl caller, List<Expr> arguments) {}

    private record Stored(MethodDecl method, Expr value) {}

    private final Meanings meanings;
    private final Map<String, List<Passed>> passed = new HashMap<>();
    private final Map<FieldDecl, List<Stored>> stored = new HashMap<>();
    private final Set<Object> asked = new HashSet<>();

    Features(CallGraph calls, Meanings meanings) {
        this.meanings = meanings;
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f) {
                    stored.computeIfAbsent(f.field(), key -> new ArrayList<>()).add(new Stored(method, f.value()));
                }
                CallGraph.target(s).ifPresent(key -> calls.targets(key).forEach(target -> passed
                        .computeIfAbsent(target.key(), any -> new ArrayList<>()).add(new Passed(method, arguments(s)))));
            }));
        }
    }

    private static List<Expr> arguments(Stmt s) {
        return s instanceof Stmt.Call call ? call.arguments()
                : s instanceof Stmt.New made ? made.arguments() : ((Stmt.Embed) s).arguments();
    }

    /** The features that were negotiated where the expression is true. */
    Set<Integer> of(MethodDecl method, Expr e) {
        Set<Integer> known = told(method, e);
        return known == null ? Set.of() : known;
    }

    /** Null where the expression is never true: it tells of everything. */
    private Set<Integer> told(MethodDecl method, Expr e) {
        Expr seen = meanings.seen(method, e);
        if (seen instanceof Expr.BoolConst constant && !constant.value()) {
            return null;
        }
        if (seen instanceof Expr.Get get) {
            return variable(method, get.local());
        }
        if (seen instanceof Expr.Field field) {
            return guarded(field.field(), () -> field(field.field()));
        }
        if (seen instanceof Expr.Binary b && (b.op() == Expr.BinaryOp.AND || b.op() == Expr.BinaryOp.OR)) {
            Set<Integer> left = told(method, b.left());
            Set<Integer> right = told(method, b.right());
            return b.op() == Expr.BinaryOp.OR ? common(left, right) : both(left, right);
        }
        return Set.of();
    }

    private Set<Integer> variable(MethodDecl method, Local local) {
        int position = method.parameters().indexOf(local);
        if (position >= 0) {
            return guarded(List.of(method.key(), position), () -> parameter(method, position));
        }
        Optional<Stmt> definition = meanings.definition(method, local);
        boolean asks = definition.filter(s -> meanings.of(s).knowsFeature()).isPresent();
        if (asks && definition.get() instanceof Stmt.Call call && call.arguments().size() == 1) {
            return meanings.constant(method, call.arguments().get(0)).map(n -> Set.of(n.intValue())).orElse(Set.of());
        }
        return Set.of();
    }

    private Set<Integer> parameter(MethodDecl method, int position) {
        List<Passed> sites = passed.getOrDefault(method.key(), List.of());
        Set<Integer> all = sites.isEmpty() ? Set.of() : null;
        for (Passed site : sites) {
            all = common(all, told(site.caller(), site.arguments().get(position)));
        }
        return all;
    }

    private Set<Integer> field(FieldDecl field) {
        List<Stored> stores = stored.getOrDefault(field, List.of());
        Set<Integer> all = stores.isEmpty() ? Set.of() : null;
        for (Stored store : stores) {
            all = common(all, told(store.method(), store.value()));
        }
        return all;
    }

    /** What asks for itself on the way to an answer tells of nothing. */
    private Set<Integer> guarded(Object subject, java.util.function.Supplier<Set<Integer>> answer) {
        if (!asked.add(subject)) {
            return Set.of();
        }
        try {
            return answer.get();
        } finally {
            asked.remove(subject);
        }
    }

    private static Set<Integer> common(Set<Integer> a, Set<Integer> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Set<Integer> common = new HashSet<>(a);
        common.retainAll(b);
        return common;
    }

    private static Set<Integer> both(Set<Integer> a, Set<Integer> b) {
        if (a == null || b == null) {
            return null;
        }
        Set<Integer> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
