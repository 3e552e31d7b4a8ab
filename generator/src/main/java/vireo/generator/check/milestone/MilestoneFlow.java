// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Finds the milestones that every path to a point has reached. */
final class MilestoneFlow implements Lattice<Set<String>>, Transfer<Set<String>> {
    private final MethodDecl method;
    private final MilestoneRules rules;
    private final Milestones milestones;
    private final Set<String> entry;

    private MilestoneFlow(MethodDecl method, MilestoneRules rules, Milestones milestones, Set<String> entry) {
        this.method = method;
        this.rules = rules;
        this.milestones = milestones;
        this.entry = entry;
    }

    static Solution<Set<String>> solve(Cfg cfg, MethodDecl method, MilestoneRules rules, Milestones milestones, Set<String> entry) {
        MilestoneFlow flow = new MilestoneFlow(method, rules, milestones, entry);
        return Solver.solve(cfg, flow, flow);
    }

    static Optional<Set<String>> along(Edge edge, Solution<Set<String>> solution, MethodDecl method, MilestoneRules rules,
            Milestones milestones) {
        MilestoneFlow flow = new MilestoneFlow(method, rules, milestones, Set.of());
        return solution.before(edge.from()).flatMap(before -> flow.along(edge, before, flow.after(edge.from(), before)));
    }

    @Override
    public Set<String> join(Set<String> first, Set<String> second) {
        Set<String> both = new TreeSet<>(first);
        both.retainAll(second);
        return both;
    }

    @Override
    public Set<String> initial(Cfg cfg) {
        return entry;
    }

    @Override
    public Set<String> after(Node node, Set<String> before) {
        if (node.kind() != Node.Kind.STATEMENT) {
            return before;
        }
        Stmt statement = node.statement().orElseThrow();
        Milestones.Summary called = milestones.of(statement);
        Set<String> after = new TreeSet<>(before);
        after.removeAll(called.lost());
        after.addAll(called.made());
        after.removeAll(rules.lost(statement));
        after.addAll(rules.made(method, statement));
        return after;
    }

    @Override
    public Optional<Set<String>> along(Edge edge, Set<String> before, Set<String> after) {
        if (edge.threw()) {
            // What fails has reached nothing; what it may have undone is undone, but a device that was not told is not told.
            Set<String> left = new TreeSet<>(before);
            edge.from().statement().ifPresent(s -> milestones.of(s).lost().stream()
                    .filter(lost -> !lost.equals(MilestoneRules.QUIET)).forEach(left::remove));
            return Optional.of(left);
        }
        if (edge.guard() instanceof Edge.When when) {
            Set<String> more = new TreeSet<>(after);
            more.addAll(learn(when.condition(), when.outcome(), after));
            return Optional.of(more);
        }
        return Optional.of(after);
    }

    private Set<String> learn(Expr condition, boolean outcome, Set<String> known) {
        Expr seen = milestones.meanings().seen(method, condition);
        if (seen instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return learn(not.operand(), !outcome, known);
        }
        if (seen instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.AND || both.op() == Expr.BinaryOp.OR)) {
            Set<String> learnt = new TreeSet<>(learn(both.left(), outcome, known));
            Set<String> right = learn(both.right(), outcome, known);
            if ((both.op() == Expr.BinaryOp.AND) == outcome) {
                learnt.addAll(right);
            } else {
                learnt.retainAll(right);
            }
            return learnt;
        }
        return rules.learnt(method, condition, outcome, known);
    }
}
