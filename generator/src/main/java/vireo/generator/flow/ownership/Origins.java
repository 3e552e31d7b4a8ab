// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/**
 * Where linear values come from: made, allocated or taken over, so that they are somebody's own, or borrowed from an owner. Decides
 * by it which fields own what they refer to, and which methods give their callers a value of their own.
 */
final class Origins {
    private final Program program;
    private final CallGraph calls;
    private final LinearTypes linear;
    private final Map<String, Integer> results = new HashMap<>();
    private final Map<FieldDecl, Boolean> owned = new HashMap<>();
    private final Map<String, Definitions> definitions = new HashMap<>();
    private final Set<FieldDecl> embedded = new HashSet<>();
    private final Map<FieldDecl, List<Store>> stores = new LinkedHashMap<>();

    private record Store(MethodDecl method, Expr value) {}

    Origins(CallGraph calls, LinearTypes linear) {
        this.program = calls.program();
        this.calls = calls;
        this.linear = linear;
        for (MethodDecl method : calls.methods()) {
            Statements.walk(method.body().orElse(List.of()), s -> {
                if (s instanceof Stmt.Embed e) {
                    embedded.add(e.field());
                } else if (s instanceof Stmt.SetField f && linear.isLinear(f.field().type())) {
                    stores.computeIfAbsent(f.field(), key -> new ArrayList<>()).add(new Store(method, f.value()));
                }
            });
        }
    }

    /** The methods that a method calls itself. */
    List<MethodDecl> called(MethodDecl method) {
        return calls.callsOf(method).stream().map(CallGraph.Site::callee).toList();
    }

    /** The methods that a call may reach. */
    List<MethodDecl> targets(String key) {
        return calls.targets(key);
    }

    Definitions definitions(MethodDecl method) {
        return definitions.computeIfAbsent(method.key(), key -> new Definitions(method));
    }

    /** The fields of a class that it owns a linear value by. */
    List<FieldDecl> ownedFields(TypeDecl type) {
        return type instanceof TypeDecl.ClassDecl c ? c.fields().stream().filter(this::isOwned).toList() : List.of();
    }

    /** A field that holds a value, lies inside, or refers to an object that was handed over. */
    boolean isOwned(FieldDecl field) {
        if (!linear.isLinear(field.type()) || !(program.type(field.owner()).orElse(null) instanceof TypeDecl.ClassDecl)) {
            return false;
        }
        Boolean known = owned.get(field);
        if (known == null) {
            owned.put(field, true);
            known = linear.isLinearValue(field.type()) || embedded.contains(field)
                    || stores.getOrDefault(field, List.of()).stream().anyMatch(s -> (of(s.value(), s.method()) & Hold.OWNED) != 0);
            owned.put(field, known);
        }
        return known;
    }

    boolean isEmbedded(FieldDecl field) {
        return embedded.contains(field);
    }

    /** Whether a call of the method gives its caller a value to consume. */
    boolean givesOwned(String key) {
        return (result(key) & Hold.OWNED) != 0;
    }

    /** Flags of {@link Hold}: OWNED, BORROWED, or both where the ways out differ. */
    int result(String key) {
        Integer known = results.get(key);
        if (known == null) {
            results.put(key, 0);
            int flags = 0;
            List<MethodDecl> targets = calls.targets(key);
            for (MethodDecl target : targets) {
                flags |= target.body().isEmpty() ? Hold.OWNED : returned(target);
            }
            known = targets.isEmpty() ? Hold.OWNED : flags;
            results.put(key, known);
        }
        return known;
    }

    private int returned(MethodDecl method) {
        int[] flags = {0};
        Statements.walk(method.body().orElseThrow(), s -> {
            if (s instanceof Stmt.Return r && r.value().isPresent()) {
                flags[0] |= of(r.value().get(), method);
            }
        });
        return flags[0];
    }

    /** Where the value of an expression of a linear type comes from. */
    int of(Expr e, MethodDecl method) {
        if (e instanceof Expr.NewValue) {
            return Hold.OWNED;
        }
        if (e instanceof Expr.Convert convert) {
            return of(convert.operand(), method);
        }
        if (e instanceof Expr.Conditional choice) {
            return of(choice.yes(), method) | of(choice.no(), method);
        }
        if (e instanceof Expr.Field field) {
            boolean own = field.object() instanceof Expr.This && method.movesReceiver() && isOwned(field.field());
            return linear.isInside(field.field()) ? of(field.object(), method) : own ? Hold.OWNED : Hold.BORROWED;
        }
        if (e instanceof Expr.This) {
            return method.movesReceiver() ? Hold.OWNED : Hold.BORROWED;
        }
        if (e instanceof Expr.Get get) {
            return of(get.local(), method);
        }
        return e instanceof Expr.NullConst ? 0 : Hold.BORROWED;
    }

    private int of(Local local, MethodDecl method) {
        if (local.kind() == Local.Kind.MOVED_PARAMETER) {
            return Hold.OWNED;
        }
        if (local.kind() == Local.Kind.PARAMETER) {
            return Hold.BORROWED;
        }
        int flags = 0;
        for (Stmt definition : definitions(method).of(local)) {
            if (Definitions.value(definition).isPresent()) {
                Expr value = Definitions.value(definition).get();
                boolean itself = value instanceof Expr.Get get && get.local().equals(local);
                flags |= itself ? 0 : of(value, method);
            } else if (definition instanceof Stmt.Call call) {
                flags |= result(call.method());
            } else {
                flags |= Hold.OWNED;
            }
        }
        return flags;
    }
}
