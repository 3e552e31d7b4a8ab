// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Finds which facts hold on every path to each point of a method. */
public final class MustFlow implements Lattice<Knowledge>, Transfer<Knowledge> {
    private static final Place MARK = Place.constant("value");

    private final Places places;
    private final Rules rules;
    private final Summaries summaries;
    private final FieldWrites writes;
    private final Set<Fact> assumed;

    private MustFlow(Places places, Rules rules, Summaries summaries, FieldWrites writes, Set<Fact> assumed) {
        this.places = places;
        this.rules = rules;
        this.summaries = summaries;
        this.writes = writes;
        this.assumed = assumed;
    }

    /**
     * Solves one method.
     *
     * @param assumed facts that hold when it is entered
     */
    public static Solution<Knowledge> solve(Cfg cfg, Places places, Rules rules, Summaries summaries, FieldWrites writes,
            Set<Fact> assumed) {
        MustFlow flow = new MustFlow(places, rules, summaries, writes, assumed);
        return Solver.solve(cfg, flow, flow);
    }

    @Override
    public Knowledge join(Knowledge first, Knowledge second) {
        return Knowledge.join(first, second);
    }

    @Override
    public Knowledge initial(Cfg cfg) {
        return new Knowledge(assumed, Map.of());
    }

    @Override
    public Knowledge after(Node node, Knowledge before) {
        if (node.kind() == Node.Kind.LOOP_HEAD) {
            int scope = rules.scopeAt(node);
            return scope == 0 ? before : before.keep(fact -> fact.scope() != scope, null);
        }
        if (node.kind() != Node.Kind.STATEMENT) {
            return before;
        }
        Stmt statement = node.statement().orElseThrow();
        Knowledge state = forget(before, statement, true);
        Optional<Local> target = statement instanceof Stmt.Return ? Optional.of(Place.RESULT) : Statements.assigned(statement);
        Optional<Expr> value = value(statement);
        if (target.isPresent() && value.isPresent()) {
            state = copy(before, state, Place.of(target.get()), value.get());
            if (value.get().type() instanceof Type.Bool) {
                state = state.remember(target.get(), new Outcomes(learn(node, value.get(), true, before),
                        learn(node, value.get(), false, before)).map(known -> without(known, target.get())));
            }
        } else if (statement instanceof Stmt.SetField store) {
            state = copy(before, state, Place.of(places.of(store.object()), store.field()), store.value());
        }
        Optional<Call> call = Call.of(statement, places);
        Set<Fact> made = rules.made(node, statement, before);
        Outcomes result = new Outcomes(rules.madeWhen(statement, true, before), rules.madeWhen(statement, false, before));
        if (call.isPresent()) {
            Summary summary = summaries.of(call.get(), places, writes);
            made = Outcomes.all(made, summary.facts());
            result = new Outcomes(Outcomes.all(result.whenTrue(), summary.result().whenTrue()),
                    Outcomes.all(result.whenFalse(), summary.result().whenFalse()));
        }
        state = state.plus(scoped(node, made));
        Optional<Local> effect = statement.effectResult();
        if (effect.isPresent() && effect.get().type() instanceof Type.Bool && !result.equals(Outcomes.SILENT)) {
            state = state.remember(effect.get(), result.map(known -> scoped(node, known)));
        }
        return state;
    }

    private static Optional<Expr> value(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return s.value();
        }
        if (statement instanceof Stmt.Assign s) {
            return Optional.of(s.value());
        }
        return statement instanceof Stmt.Return s ? s.value() : Optional.empty();
    }

    private static Set<Fact> without(Set<Fact> facts, Local assigned) {
        Set<Fact> kept = new HashSet<>(facts);
        kept.removeIf(fact -> fact.mentions(assigned));
        return kept;
    }

    /** What is still known once the statement has changed what it changes. */
    private Knowledge forget(Knowledge before, Stmt statement, boolean completed) {
        Set<FieldDecl> fields = writes.of(statement);
        Set<Local> arrays = writes.arrays(statement);
        Optional<Local> assigned = completed ? Statements.assigned(statement) : Optional.empty();
        Optional<Local> declared = statement instanceof Stmt.Declare declare ? Optional.of(declare.local()) : assigned;
        return before.keep(fact -> declared.map(local -> !fact.mentions(local)).orElse(true)
                && fields.stream().noneMatch(fact::mentions)
                && arrays.stream().noneMatch(fact::mentions)
                && rules.survives(fact, statement), declared.orElse(null));
    }

    /** What was known of the value now holds of the place too. */
    private Knowledge copy(Knowledge before, Knowledge state, Place target, Expr value) {
        Place source = places.of(value);
        if (source.label().startsWith("#") || source.equals(target)) {
            return state;
        }
        Set<Fact> copies = new HashSet<>();
        for (Fact fact : before.facts()) {
            Fact marked = fact.with(source, MARK);
            boolean overwritten = target.local().isPresent() ? marked.mentions(target.local().get())
                    : target.field().isPresent() && marked.mentions(target.field().get());
            if (!marked.equals(fact) && !overwritten) {
                copies.add(marked.with(MARK, target));
            }
        }
        return state.plus(copies);
    }

    private Set<Fact> scoped(Node node, Set<Fact> facts) {
        if (facts == null || facts.isEmpty()) {
            return facts;
        }
        List<Integer> scopes = rules.scopes(node);
        if (scopes.size() == 1 && scopes.get(0) == 0) {
            return facts;
        }
        Set<Fact> all = new HashSet<>();
        facts.forEach(fact -> scopes.forEach(scope -> all.add(fact.in(scope))));
        return all;
    }

    @Override
    public Optional<Knowledge> along(Edge edge, Knowledge before, Knowledge after) {
        if (edge.threw()) {
            return Optional.of(forget(before, edge.from().statement().orElseThrow(), false));
        }
        if (edge.guard() instanceof Edge.When test) {
            Set<Fact> learnt = learn(edge.from(), test.condition(), test.outcome(), after);
            return learnt == null ? Optional.empty() : Optional.of(after.plus(learnt));
        }
        return Optional.of(after);
    }

    /** The facts that hold where the condition turned out so; null where it cannot. */
    private Set<Fact> learn(Node node, Expr condition, boolean outcome, Knowledge known) {
        if (condition instanceof Expr.BoolConst constant) {
            return constant.value() == outcome ? Set.of() : null;
        }
        if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return learn(node, not.operand(), !outcome, known);
        }
        if (condition instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.AND || both.op() == Expr.BinaryOp.OR)) {
            Set<Fact> left = learn(node, both.left(), outcome, known);
            Set<Fact> right = learn(node, both.right(), outcome, known);
            if ((both.op() == Expr.BinaryOp.AND) == outcome) {
                return Outcomes.all(left, right);
            }
            return Outcomes.either(left, Outcomes.all(learn(node, both.left(), !outcome, known), right));
        }
        Set<Fact> own = scoped(node, rules.learnt(node, condition, outcome, known));
        return condition instanceof Expr.Get get ? Outcomes.all(own, known.of(get.local()).when(outcome)) : own;
    }
}
