// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Liveness;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What is known of the values of one method, and what can be proved from it. */
public final class MethodValues {
    private final Reasoning reasoning;
    private final Cfg cfg;
    private final Solution<State> solution;
    private final ValueTransfer transfer;

    private MethodValues(Reasoning reasoning, Cfg cfg, Solution<State> solution, ValueTransfer transfer) {
        this.transfer = transfer;
        this.reasoning = reasoning;
        this.cfg = cfg;
        this.solution = solution;
    }

    /** Analyses a method that has a body. */
    public static MethodValues of(MethodDecl method, Program program, Effects effects, Summaries summaries) {
        Reasoning reasoning = Reasoning.of(program);
        Cfg cfg = Cfg.of(method, program);
        ValueTransfer transfer = new ValueTransfer(reasoning, new Liveness(cfg), effects, summaries);
        return new MethodValues(reasoning, cfg, Solver.solve(cfg, reasoning.lattice(), transfer), transfer);
    }

    public Cfg cfg() {
        return cfg;
    }

    public Terms terms() {
        return reasoning.terms();
    }

    /** What is known before the node; empty when no path reaches it. */
    public Optional<State> before(Node node) {
        return solution.before(node);
    }

    /** The mathematical result of the expression, which for a faulty exact operation lies outside its carrier. */
    public Value exact(State state, Expr e) {
        return reasoning.evaluator().exact(state, e);
    }

    /** The value within what its type can carry. */
    public Value value(State state, Expr e) {
        return reasoning.evaluator().value(state, e);
    }

    public Value value(State state, Linear form) {
        return reasoning.evaluator().value(state, form);
    }

    /** The state where the condition turned out so; empty when it cannot. */
    public Optional<State> assume(State state, Expr condition, boolean outcome) {
        return reasoning.conditions().assume(state, condition, outcome);
    }

    /** TRUE where the reference is not null, FALSE where it is null, empty where either may be. */
    public Optional<Boolean> nonNull(State state, Expr reference) {
        return reasoning.nonNull(state, reference);
    }

    /** Whether the number cannot be zero. */
    public boolean nonZero(State state, Expr e) {
        if (e instanceof Expr.Convert convert && keepsValue(convert)) {
            return nonZero(state, convert.operand());
        }
        return !value(state, e).range().contains(BigInteger.ZERO)
                || atLeast(state, e, Linear.of(1))
                || terms().linear(e).filter(form -> form.offset().signum() == 0)
                        .flatMap(Linear::atom).flatMap(state::nonNull).orElse(false);
    }

    /** Whether something was learnt of a field of this object beyond its declaration: in a constructor, that it has been stored. */
    public boolean isStored(State state, FieldDecl field) {
        Atom atom = terms().atoms().field(terms().atoms().self(), field);
        return state.value(atom) != null || state.nonNull(atom).equals(Optional.of(true));
    }

    /** Whether the value lies in {@code range}. */
    public boolean within(State state, Expr e, Interval range) {
        return range.contains(value(state, e).range())
                || atMost(state, e, Linear.of(range.max())) && atLeast(state, e, Linear.of(range.min()));
    }

    /** Whether {@code e <= limit} follows. */
    public boolean atMost(State state, Expr e, Linear limit) {
        if (e instanceof Expr.Conditional choice) {
            return assume(state, choice.condition(), true).map(s -> atMost(s, choice.yes(), limit)).orElse(true)
                    && assume(state, choice.condition(), false).map(s -> atMost(s, choice.no(), limit)).orElse(true);
        }
        if (e instanceof Expr.Convert convert && keepsValue(convert)) {
            return atMost(state, convert.operand(), limit);
        }
        Optional<Linear> form = terms().linear(e);
        if (form.isPresent() && reasoning.prover().atMost(state, form.get(), limit)) {
            return true;
        }
        return value(state, e).max().compareTo(value(state, limit).min()) <= 0;
    }

    /** Whether {@code a <= b} follows. */
    public boolean atMost(State state, Linear a, Linear b) {
        return reasoning.prover().atMost(state, a, b);
    }

    /** Whether {@code e >= limit} follows. */
    public boolean atLeast(State state, Expr e, Linear limit) {
        if (e instanceof Expr.Conditional choice) {
            return assume(state, choice.condition(), true).map(s -> atLeast(s, choice.yes(), limit)).orElse(true)
                    && assume(state, choice.condition(), false).map(s -> atLeast(s, choice.no(), limit)).orElse(true);
        }
        if (e instanceof Expr.Convert convert && keepsValue(convert)) {
            return atLeast(state, convert.operand(), limit);
        }
        Optional<Linear> form = terms().linear(e);
        if (form.isPresent() && reasoning.prover().atMost(state, limit, form.get())) {
            return true;
        }
        return value(state, e).min().compareTo(value(state, limit).max()) >= 0;
    }

    /** A number as a form. */
    public Linear number(long value) {
        return Linear.of(value);
    }

    /** Whether the form lies in {@code range}. */
    public boolean between(State state, Linear form, Interval range) {
        return reasoning.prover().atMost(state, form, Linear.of(range.max()))
                && reasoning.prover().atMost(state, Linear.of(range.min()), form);
    }

    /** Whether {@code e < limit} follows. */
    public boolean below(State state, Expr e, Linear limit) {
        return atMost(state, e, limit.plus(-1));
    }

    /** Whether {@code first + second <= limit} follows: a slice ends within its array. */
    public boolean sumAtMost(State state, Expr first, Expr second, Linear limit) {
        if (first instanceof Expr.Conditional choice) {
            return assume(state, choice.condition(), true).map(s -> sumAtMost(s, choice.yes(), second, limit)).orElse(true)
                    && assume(state, choice.condition(), false).map(s -> sumAtMost(s, choice.no(), second, limit)).orElse(true);
        }
        if (second instanceof Expr.Conditional choice) {
            return assume(state, choice.condition(), true).map(s -> sumAtMost(s, first, choice.yes(), limit)).orElse(true)
                    && assume(state, choice.condition(), false).map(s -> sumAtMost(s, first, choice.no(), limit)).orElse(true);
        }
        Optional<Linear> a = terms().linear(first);
        Optional<Linear> b = terms().linear(second);
        if (a.isPresent() && b.isPresent()) {
            Linear sum = terms().sum(a.get(), b.get(), Type.Int.LONG);
            if (sum != null && reasoning.prover().atMost(state, sum, limit)) {
                return true;
            }
        }
        BigInteger most = value(state, first).max().add(value(state, second).max());
        return most.compareTo(value(state, limit).min()) <= 0;
    }

    private static boolean keepsValue(Expr.Convert convert) {
        return convert.kind() == Expr.Conversion.WIDEN || convert.kind() == Expr.Conversion.NARROW;
    }

    /** Whether the two forms are equal. */
    public boolean equal(State state, Linear a, Linear b) {
        return reasoning.prover().atMost(state, a, b) && reasoning.prover().atMost(state, b, a);
    }

    /**
     * What a call or a read gives, apart from the variable that takes it.
     *
     * @param value stands for the result, with the type that the called or read place promises
     * @param state what is known once the result is there and not yet stored
     */
    public record Result(Local target, Expr value, State state) {}

    /** The result of a statement that has one and promises more values than its target may hold; empty elsewhere. */
    public Optional<Result> result(State before, Stmt statement) {
        Optional<Local> target = Statements.assigned(statement);
        Optional<Type> promised = target.isEmpty() ? Optional.empty() : transfer.promised(statement);
        if (promised.isEmpty() || promised.get().equals(target.get().type())) {
            return Optional.empty();
        }
        Local result = new Local(-1, "this value", promised.get(), Local.Kind.TEMPORARY, statement.span());
        State state = transfer.received(before, statement, result, promised.get());
        return Optional.of(new Result(target.get(), new Expr.Get(result, promised.get(), statement.span()), state));
    }

    /** What is known that bears on the expressions, one fact a line, in the author's terms. */
    public java.util.List<String> facts(State state, java.util.List<Expr> about) {
        return new FactPrinter(reasoning, state).about(about);
    }
}
