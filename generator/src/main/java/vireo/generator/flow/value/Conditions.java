// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** What a condition teaches when it turned out true, and when it turned out false. */
final class Conditions {
    private final Terms terms;
    private Evaluator evaluator;
    private Learner learner;
    private StateLattice lattice;

    Conditions(Terms terms) {
        this.terms = terms;
    }

    void use(Evaluator values, Learner learning, StateLattice states) {
        this.evaluator = values;
        this.learner = learning;
        this.lattice = states;
    }

    /** The state once {@code condition} evaluated to {@code outcome}; empty when it cannot. */
    Optional<State> assume(State state, Expr condition, boolean outcome) {
        State copy = state.fork();
        return apply(copy, condition, outcome);
    }

    private Optional<State> apply(State state, Expr condition, boolean outcome) {
        if (condition instanceof Expr.BoolConst constant) {
            return constant.value() == outcome ? Optional.of(state) : Optional.empty();
        }
        if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return apply(state, not.operand(), !outcome);
        }
        if (condition instanceof Expr.Binary binary) {
            return binary(state, binary, outcome);
        }
        if (condition instanceof Expr.Conditional choice) {
            Optional<State> yes = assume(state, choice.condition(), true).flatMap(s -> apply(s, choice.yes(), outcome));
            Optional<State> no = assume(state, choice.condition(), false).flatMap(s -> apply(s, choice.no(), outcome));
            return either(yes, no);
        }
        return truth(state, condition, outcome);
    }

    /** A boolean variable: its value, and the condition that it was assigned from as far as that still stands. */
    private Optional<State> truth(State state, Expr condition, boolean outcome) {
        Optional<Atom> place = terms.place(condition);
        if (place.isEmpty()) {
            return Optional.of(state);
        }
        Atom atom = place.get();
        if (!learner.within(state, atom, Value.constant(outcome ? 1 : 0), 0)) {
            return Optional.empty();
        }
        Optional<State> implied = state.implied(atom, outcome);
        return implied.isEmpty() ? Optional.of(state) : lattice.meet(state, implied.get());
    }

    private Optional<State> binary(State state, Expr.Binary e, boolean outcome) {
        switch (e.op()) {
            case AND:
                return outcome ? both(state, e, true) : oneOf(state, e, false);
            case OR:
                return outcome ? oneOf(state, e, true) : both(state, e, false);
            case EQ:
                return equality(state, e, outcome);
            case NE:
                return equality(state, e, !outcome);
            case LT, LT_U64:
                return order(state, e.left(), e.right(), true, outcome);
            case LE, LE_U64:
                return order(state, e.left(), e.right(), false, outcome);
            case GT:
                return order(state, e.right(), e.left(), true, outcome);
            case GE:
                return order(state, e.right(), e.left(), false, outcome);
            default:
                return Optional.of(state);
        }
    }

    private Optional<State> both(State state, Expr.Binary e, boolean outcome) {
        return apply(state, e.left(), outcome).flatMap(s -> apply(s, e.right(), outcome));
    }

    /** The left side decided, or it did not and the right side did. */
    private Optional<State> oneOf(State state, Expr.Binary e, boolean outcome) {
        Optional<State> left = assume(state, e.left(), outcome);
        Optional<State> right = assume(state, e.left(), !outcome).flatMap(s -> apply(s, e.right(), outcome));
        return either(left, right);
    }

    private Optional<State> either(Optional<State> first, Optional<State> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Optional.of(lattice.join(first.get(), second.get()));
    }

    private Optional<State> order(State state, Expr left, Expr right, boolean strict, boolean outcome) {
        Optional<Linear> a = terms.linear(left);
        Optional<Linear> b = terms.linear(right);
        if (a.isEmpty() || b.isEmpty()) {
            // A side without a form of its own still bounds the other one by its interval.
            a = Optional.of(a.orElseGet(() -> Linear.of(bound(state, left, outcome))));
            b = Optional.of(b.orElseGet(() -> Linear.of(bound(state, right, !outcome))));
        }
        boolean possible = outcome
                ? learner.atMost(state, strict ? a.get().plus(1) : a.get(), b.get())
                : learner.atMost(state, strict ? b.get() : b.get().plus(1), a.get());
        return possible ? Optional.of(state) : Optional.empty();
    }

    private java.math.BigInteger bound(State state, Expr e, boolean lowest) {
        Value value = evaluator.value(state, e);
        return lowest ? value.min() : value.max();
    }

    private Optional<State> equality(State state, Expr.Binary e, boolean equal) {
        if (isReference(e.left().type()) || isReference(e.right().type())) {
            return nullness(state, e, equal);
        }
        if (e.left().type() instanceof Type.Bool) {
            if (e.right() instanceof Expr.BoolConst constant) {
                return apply(state, e.left(), constant.value() == equal);
            }
            return e.left() instanceof Expr.BoolConst constant
                    ? apply(state, e.right(), constant.value() == equal)
                    : Optional.of(state);
        }
        if (!(e.left().type() instanceof Type.Int)) {
            return Optional.of(state);
        }
        Optional<Linear> a = terms.linear(e.left());
        Optional<Linear> b = terms.linear(e.right());
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.of(state);
        }
        boolean possible = equal ? learner.equal(state, a.get(), b.get()) : learner.different(state, a.get(), b.get());
        return possible ? Optional.of(state) : Optional.empty();
    }

    static boolean isReference(Type type) {
        return type instanceof Type.Null || type instanceof Type.Object || type instanceof Type.Interface
                || type instanceof Type.Block || type instanceof Type.Dma
                || type instanceof Type.Foreign foreign && foreign.isPointer();
    }

    private Optional<State> nullness(State state, Expr.Binary e, boolean equal) {
        Expr other = e.left() instanceof Expr.NullConst ? e.right() : e.left();
        boolean againstNull = e.left() instanceof Expr.NullConst || e.right() instanceof Expr.NullConst;
        Optional<Atom> place = terms.place(other);
        if (!againstNull || place.isEmpty()) {
            return Optional.of(state);
        }
        Optional<Boolean> known = state.nonNull(place.get());
        if (known.isPresent() && known.get() == equal) {
            return Optional.empty();
        }
        state.setNonNull(place.get(), !equal);
        return Optional.of(state);
    }

    /** The orders {@code a <= b} that a loop's condition hints at: what may hold at its head in every iteration. */
    List<Linear[]> hints(Expr condition) {
        List<Linear[]> found = new ArrayList<>();
        collect(condition, found);
        return found;
    }

    private void collect(Expr condition, List<Linear[]> found) {
        if (!(condition instanceof Expr.Binary e)) {
            return;
        }
        switch (e.op()) {
            case AND, OR -> {
                collect(e.left(), found);
                collect(e.right(), found);
            }
            case LT, LE, GT, GE, NE, LT_U64, LE_U64 -> {
                Optional<Linear> a = e.left().type() instanceof Type.Int ? terms.linear(e.left()) : Optional.empty();
                Optional<Linear> b = e.right().type() instanceof Type.Int ? terms.linear(e.right()) : Optional.empty();
                if (a.isPresent() && b.isPresent() && a.get().atom().isPresent() && b.get().atom().isPresent()) {
                    found.add(new Linear[] {a.get(), b.get()});
                    found.add(new Linear[] {b.get(), a.get()});
                }
            }
            default -> { }
        }
    }
}
