// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
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
import vireo.generator.source.Span;

/** Whether an object that is told to keep memory for good does: a field is set, and memory is passed on only where it is not. */
final class Keeping {
    private final Milestones milestones;
    private final MethodDecl claiming;
    private final List<MethodDecl> methods;

    Keeping(Milestones milestones, MethodDecl claiming) {
        this.milestones = milestones;
        this.claiming = claiming;
        this.methods = Program.methodsOf(milestones.calls().program().type(claiming.owner()).orElseThrow()).stream()
                .filter(m -> m.body().isPresent()).toList();
    }

    /** Where it does not; empty where it does. */
    Optional<Span> missing() {
        Set<FieldDecl> flags = new HashSet<>();
        Statements.walk(claiming.body().orElseThrow(), s -> {
            if (s instanceof Stmt.SetField f && f.object() instanceof Expr.This && f.value() instanceof Expr.BoolConst yes && yes.value()) {
                flags.add(f.field());
            }
        });
        flags.removeIf(this::isTakenBack);
        Optional<Span> best = Optional.of(claiming.span());
        for (FieldDecl flag : flags) {
            if (isSetAlways(flag)) {
                Optional<Span> passed = passedOn(flag);
                if (passed.isEmpty()) {
                    return passed;
                }
                best = passed;
            }
        }
        return best;
    }

    private boolean isTakenBack(FieldDecl flag) {
        boolean[] found = {false};
        for (MethodDecl method : milestones.calls().methods()) {
            if (method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
                method.body().ifPresent(body -> Statements.walk(body, s -> found[0] |= s instanceof Stmt.SetField f
                        && f.field().equals(flag) && !(f.value() instanceof Expr.BoolConst yes && yes.value())));
            }
        }
        return found[0];
    }

    private boolean isSetAlways(FieldDecl flag) {
        return solve(claiming, flag, true).before(milestones.graph(claiming).exit()).orElse(true);
    }

    /** The first place of the class that gives memory to somebody else where the field may be set; the claim itself where there is none. */
    private Optional<Span> passedOn(FieldDecl flag) {
        boolean any = false;
        for (MethodDecl method : methods) {
            Solution<Boolean> clear = solve(method, flag, false);
            for (Node node : milestones.graph(method).reversePostOrder()) {
                Optional<Stmt> gives = node.statement().filter(s -> node.kind() == Node.Kind.STATEMENT).filter(this::gives);
                any |= gives.isPresent();
                if (gives.isPresent() && !clear.before(node).orElse(true)) {
                    return Optional.of(gives.get().span());
                }
            }
        }
        return any ? Optional.empty() : Optional.of(claiming.span());
    }

    private boolean gives(Stmt s) {
        return s instanceof Stmt.ForeignCall call
                && call.function().moved().stream().anyMatch(i -> milestones.releases().isMemory(call.arguments().get(i).type()));
    }

    /** Whether the field is known to have the value, before each node. */
    private Solution<Boolean> solve(MethodDecl method, FieldDecl flag, boolean value) {
        Known known = new Known(flag, value);
        return Solver.solve(milestones.graph(method), known, known);
    }

    private record Known(FieldDecl flag, boolean value) implements Lattice<Boolean>, Transfer<Boolean> {
        @Override
        public Boolean join(Boolean first, Boolean second) {
            return first && second;
        }

        @Override
        public Boolean initial(Cfg cfg) {
            return false;
        }

        @Override
        public Boolean after(Node node, Boolean before) {
            Optional<Stmt> s = node.statement().filter(x -> node.kind() == Node.Kind.STATEMENT);
            if (s.isPresent() && s.get() instanceof Stmt.SetField f && f.field().equals(flag)) {
                return f.object() instanceof Expr.This && f.value() instanceof Expr.BoolConst b && b.value() == value;
            }
            // Another method may set the field, and none takes it back.
            return before && (value || s.filter(x -> x instanceof Stmt.Call).isEmpty());
        }

        @Override
        public Optional<Boolean> along(Edge edge, Boolean before, Boolean after) {
            if (edge.guard() instanceof Edge.When when) {
                boolean outcome = when.outcome();
                Expr e = when.condition();
                while (e instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
                    e = not.operand();
                    outcome = !outcome;
                }
                if (e instanceof Expr.Field field && field.field().equals(flag) && field.object() instanceof Expr.This && outcome == value) {
                    return Optional.of(true);
                }
            }
            return Optional.of(edge.threw() ? before : after);
        }
    }
}
