// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/**
 * How far a constructor has come at each of its points: which fields it has stored on every path (of an array:
 * all its elements), and whether anyone else holds
 * {@code this} already. Also which fields a method may read, by way of the methods that it calls too.
 */
final class Construction {

    /**
     * @param stored fields that every path to here has stored
     * @param escaped whether {@code this} was handed to a method or stored somewhere, on some path to here
     */
    record Progress(Set<FieldDecl> stored, boolean escaped) {}

    private final CallGraph calls;
    private final Map<String, Set<FieldDecl>> reads = new HashMap<>();

    Construction(CallGraph calls) {
        this.calls = calls;
        for (MethodDecl method : calls.methods()) {
            Set<FieldDecl> own = new HashSet<>();
            method.body().ifPresent(body -> Statements.walk(body, s -> read(s).forEach(e -> fields(e, own))));
            reads.put(method.key(), own);
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (MethodDecl method : calls.methods()) {
                Set<FieldDecl> own = reads.get(method.key());
                for (CallGraph.Site site : calls.callsOf(method)) {
                    grew |= own.addAll(reads.get(site.callee().key()));
                }
            }
        }
    }

    /** What the statement reads: to store an element is not to read the array. */
    static List<Expr> read(Stmt statement) {
        if (statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field array) {
            return List.of(array.object(), store.index(), store.value());
        }
        return Statements.expressions(statement);
    }

    private static void fields(Expr e, Set<FieldDecl> found) {
        if (e instanceof Expr.Field field) {
            found.add(field.field());
        }
        parts(e).forEach(part -> fields(part, found));
    }

    /** What evaluating the expression reads: the length of an array is no element of it. */
    static List<Expr> parts(Expr e) {
        return e instanceof Expr.Length length && length.array() instanceof Expr.Field array
                ? List.of(array.object())
                : Expressions.operands(e);
    }

    /** Whether a call of the method may read the field; the kernel's own code may call any method. */
    boolean mayRead(String key, FieldDecl field) {
        List<MethodDecl> targets = calls.targets(key);
        return targets.isEmpty()
                ? reads.values().stream().anyMatch(all -> all.contains(field))
                : targets.stream().anyMatch(target -> reads.get(target.key()).contains(field));
    }

    /** The progress before each node of the constructor. */
    static Solution<Progress> of(MethodDecl constructor, Program program) {
        return Solver.solve(Cfg.of(constructor, program), new Meeting(), new Steps(new ArrayFill(constructor.body().orElseThrow())));
    }

    /** Whether the statement hands {@code this} to someone else. */
    static boolean handsOver(Stmt statement) {
        for (Expr e : Statements.expressions(statement)) {
            boolean isTarget = statement instanceof Stmt.SetField store && e == store.object();
            if (!isTarget && isSelf(e)) {
                return true;
            }
        }
        return false;
    }

    /** {@code this} itself, and not a field of it. */
    private static boolean isSelf(Expr e) {
        return e instanceof Expr.This
                || !(e instanceof Expr.Field) && Expressions.operands(e).stream().anyMatch(Construction::isSelf);
    }

    private static final class Meeting implements Lattice<Progress> {
        @Override
        public Progress join(Progress first, Progress second) {
            Set<FieldDecl> both = new HashSet<>(first.stored());
            both.retainAll(second.stored());
            return new Progress(both, first.escaped() || second.escaped());
        }
    }

    private static final class Steps implements Transfer<Progress> {
        private final ArrayFill fill;

        Steps(ArrayFill fill) {
            this.fill = fill;
        }

        @Override
        public Progress initial(Cfg cfg) {
            return new Progress(Set.of(), false);
        }

        @Override
        public Progress after(Node node, Progress before) {
            if (node.kind() != Node.Kind.STATEMENT) {
                return before;
            }
            Stmt statement = node.statement().orElseThrow();
            Set<FieldDecl> stored = before.stored();
            Optional<FieldDecl> field = stored(statement);
            if (field.isPresent() && !stored.contains(field.get())) {
                stored = new HashSet<>(stored);
                stored.add(field.get());
            }
            return new Progress(stored, before.escaped() || handsOver(statement));
        }

        private static Optional<FieldDecl> stored(Stmt statement) {
            if (statement instanceof Stmt.SetField store && store.object() instanceof Expr.This) {
                return Optional.of(store.field());
            }
            return statement instanceof Stmt.Embed embed ? Optional.of(embed.field()) : Optional.empty();
        }

        @Override
        public Optional<Progress> along(Edge edge, Progress before, Progress after) {
            if (edge.guard() instanceof Edge.When test && !test.outcome()) {
                Set<FieldDecl> stored = new HashSet<>(after.stored());
                stored.addAll(fill.whenFalse(test.condition()));
                return Optional.of(new Progress(stored, after.escaped()));
            }
            return Optional.of(edge.threw() ? new Progress(before.stored(), after.escaped()) : after);
        }
    }
}
