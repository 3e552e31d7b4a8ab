// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** Adds what became known to a state, and draws the near conclusions. Every method gives false where that is contradictory. */
final class Learner {
    /** How far a sharper interval travels along facts. */
    private static final int FARTHEST = 3;
    private static final BigInteger FAR = BigInteger.ONE.shiftLeft(62);

    private final Terms terms;
    private final Evaluator evaluator;

    Learner(Terms terms, Evaluator evaluator) {
        this.terms = terms;
        this.evaluator = evaluator;
    }

    /** {@code a <= b}. */
    boolean atMost(State state, Linear a, Linear b) {
        return atMost(state, a, b, 0);
    }

    /** {@code a == b}. */
    boolean equal(State state, Linear a, Linear b) {
        if (!atMost(state, a, b) || !atMost(state, b, a)) {
            return false;
        }
        if (a.isNumber() || b.isNumber() || !a.offset().equals(b.offset())) {
            return true;
        }
        long bits = evaluator.value(state, a).bits() & evaluator.value(state, b).bits();
        return within(state, a.atom().get(), new Value(Value.ANY.range(), bits), 0)
                && within(state, b.atom().get(), new Value(Value.ANY.range(), bits), 0);
    }

    /** {@code a != b}: sharpens the end of an interval or of a difference that it cuts off. */
    boolean different(State state, Linear a, Linear b) {
        if (a.isNumber() && b.isNumber()) {
            return !a.offset().equals(b.offset());
        }
        if (a.isNumber()) {
            return different(state, b, a);
        }
        if (b.isNumber()) {
            BigInteger excluded = b.offset().subtract(a.offset());
            Value value = evaluator.value(state, a.atom().get());
            if (value.isConstant() && value.min().equals(excluded)) {
                return false;
            }
            if (value.min().equals(excluded)) {
                return atMost(state, Linear.of(excluded.add(BigInteger.ONE)), Linear.of(a.atom().get()), 0);
            }
            if (value.max().equals(excluded)) {
                return atMost(state, Linear.of(a.atom().get()), Linear.of(excluded.subtract(BigInteger.ONE)), 0);
            }
            if (excluded.signum() == 0) {
                // Inside an interval: kept apart, for divisors.
                state.setNonNull(a.atom().get(), true);
            }
            return true;
        }
        Value left = evaluator.value(state, a);
        Value right = evaluator.value(state, b);
        if (left.isConstant() || right.isConstant()) {
            return left.isConstant()
                    ? different(state, b, Linear.of(left.min()))
                    : different(state, a, Linear.of(right.min()));
        }
        BigInteger room = b.offset().subtract(a.offset());
        boolean below = known(state, a.atom().get(), b.atom().get(), room);
        boolean above = known(state, b.atom().get(), a.atom().get(), room.negate());
        if (below && above) {
            return false;
        }
        if (below) {
            return atMost(state, a.plus(1), b, 0);
        }
        return !above || atMost(state, b.plus(1), a, 0);
    }

    private boolean known(State state, Atom a, Atom b, BigInteger room) {
        Optional<Long> distance = state.difference(a, b);
        if (distance.isPresent() && BigInteger.valueOf(distance.get()).compareTo(room) <= 0) {
            return true;
        }
        for (Terms.UpperBound bound : terms.declaredBounds(a)) {
            if (bound.limit().atom().orElse(null) == b && bound.limit().offset().compareTo(room) <= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean atMost(State state, Linear a, Linear b, int depth) {
        if (a.atom().equals(b.atom())) {
            return a.offset().compareTo(b.offset()) <= 0;
        }
        BigInteger room = b.offset().subtract(a.offset());
        if (a.isNumber()) {
            return above(state, b.atom().get(), room.negate(), depth);
        }
        if (b.isNumber()) {
            return below(state, a.atom().get(), room, depth);
        }
        return relate(state, a.atom().get(), b.atom().get(), room, depth);
    }

    private boolean relate(State state, Atom a, Atom b, BigInteger room, int depth) {
        if (room.abs().compareTo(FAR) <= 0) {
            Optional<Long> back = state.difference(b, a);
            if (back.isPresent() && room.add(BigInteger.valueOf(back.get())).signum() < 0) {
                return false;
            }
            if (!state.relate(a, b, room.longValue())) {
                return true;
            }
        }
        if (!below(state, a, evaluator.value(state, b).max().add(room), depth)
                || !above(state, b, evaluator.value(state, a).min().subtract(room), depth)) {
            return false;
        }
        return depth >= FARTHEST || rearranged(state, a, b, room, depth + 1);
    }

    /** The same fact on the operands of a sum or difference: the forms in which it will be asked for. */
    private boolean rearranged(State state, Atom a, Atom b, BigInteger room, int depth) {
        if (Terms.isExact(b, Expr.BinaryOp.SUB)) {
            Linear sum = terms.sum(Linear.of(a), b.operand(1), b.type());
            if (sum != null && !atMost(state, sum, b.operand(0).plus(room), depth)) {
                return false;
            }
        }
        if (Terms.isExact(a, Expr.BinaryOp.SUB)) {
            Linear sum = terms.sum(Linear.of(b), a.operand(1), a.type());
            if (sum != null && !atMost(state, a.operand(0), sum.plus(room), depth)) {
                return false;
            }
        }
        if (Terms.isExact(a, Expr.BinaryOp.ADD)) {
            for (int i = 0; i < 2; i++) {
                BigInteger other = evaluator.value(state, a.operand(1 - i)).min();
                if (other.signum() >= 0 && !atMost(state, a.operand(i).plus(other), Linear.of(b).plus(room), depth)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean below(State state, Atom atom, BigInteger max, int depth) {
        Value old = evaluator.value(state, atom);
        if (old.max().compareTo(max) <= 0) {
            return true;
        }
        Optional<Value> sharper = Value.of(old.min(), max, old.bits());
        return sharper.isPresent() && learnt(state, atom, sharper.get(), depth);
    }

    private boolean above(State state, Atom atom, BigInteger min, int depth) {
        Value old = evaluator.value(state, atom);
        if (old.min().compareTo(min) >= 0) {
            return true;
        }
        Optional<Value> sharper = Value.of(min, old.max(), old.bits());
        return sharper.isPresent() && learnt(state, atom, sharper.get(), depth);
    }

    /** The atom's value lies in {@code bound}. */
    boolean within(State state, Atom atom, Value bound, int depth) {
        Value old = evaluator.value(state, atom);
        Optional<Value> sharper = old.meet(bound);
        return sharper.isPresent() && (sharper.get().equals(old) || learnt(state, atom, sharper.get(), depth));
    }

    private boolean learnt(State state, Atom atom, Value value, int depth) {
        state.set(atom, value);
        if (depth >= FARTHEST) {
            return true;
        }
        if (atom.operation().isPresent() && !operands(state, atom, value, depth + 1)) {
            return false;
        }
        for (State.Difference one : state.differences(atom)) {
            if (!above(state, one.to(), value.min().subtract(BigInteger.valueOf(one.distance())), depth + 1)) {
                return false;
            }
        }
        List<Map.Entry<Atom, Long>> below = new ArrayList<>();
        for (Map.Entry<Atom, State.Difference[]> entry : state.differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                if (one.to() == atom) {
                    below.add(Map.entry(entry.getKey(), one.distance()));
                }
            }
        }
        for (Map.Entry<Atom, Long> one : below) {
            if (!below(state, one.getKey(), value.max().add(BigInteger.valueOf(one.getValue())), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** What a sharper result says of its operands. */
    private boolean operands(State state, Atom atom, Value result, int depth) {
        if (!(atom.operation().get() instanceof Operation.Binary binary)) {
            return atom.operation().get() instanceof Operation.Truncate truncate
                            && evaluator.value(state, atom.operand(0)).nonNegative()
                            && evaluator.value(state, atom.operand(0)).max().bitLength() <= truncate.width()
                    ? bounded(state, atom.operand(0), result, depth)
                    : true;
        }
        Linear x = atom.operand(0);
        Linear y = atom.operand(1);
        return switch (binary.op()) {
            case SUB -> atMost(state, x, y.plus(result.max()), depth) && atMost(state, y.plus(result.min()), x, depth);
            case ADD -> bounded(state, x, Arithmetic.subtract(result, evaluator.value(state, y)), depth)
                    && bounded(state, y, Arithmetic.subtract(result, evaluator.value(state, x)), depth);
            case MUL -> !y.isNumber() || y.offset().signum() <= 0
                    || bounded(state, x, multiples(result, y.offset()), depth);
            case DIV, DIV_U64 -> !y.isNumber() || y.offset().signum() <= 0 || !evaluator.value(state, x).nonNegative()
                    || bounded(state, x, quotients(result, y.offset()), depth);
            case SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> !y.isNumber() || !evaluator.value(state, x).nonNegative()
                    || bounded(state, x, quotients(result, BigInteger.ONE.shiftLeft(y.offset().intValue())), depth);
            case BIT_AND -> !y.isNumber() || !zero(result) || without(state, x, y.offset().longValue(), depth);
            case REM, REM_U64 -> !y.isNumber() || !zero(result) || y.offset().bitCount() != 1 || y.offset().signum() < 0
                    || without(state, x, y.offset().longValue() - 1, depth);
            default -> true;
        };
    }

    private static boolean zero(Value value) {
        return value.isConstant() && value.min().signum() == 0;
    }

    private static Value multiples(Value result, BigInteger factor) {
        BigInteger min = result.min().signum() >= 0
                ? result.min().add(factor).subtract(BigInteger.ONE).divide(factor)
                : result.min().divide(factor);
        BigInteger max = result.max().signum() >= 0
                ? result.max().divide(factor)
                : result.max().subtract(factor).add(BigInteger.ONE).divide(factor);
        return Value.of(min, max.max(min), -1L).orElse(Value.ANY);
    }

    private static Value quotients(Value result, BigInteger divisor) {
        BigInteger min = result.min().max(BigInteger.ZERO).multiply(divisor);
        BigInteger max = result.max().add(BigInteger.ONE).multiply(divisor).subtract(BigInteger.ONE);
        return Value.of(min, max.max(min), -1L).orElse(Value.ANY);
    }

    private boolean bounded(State state, Linear x, Value bound, int depth) {
        if (x.isNumber()) {
            return true;
        }
        Atom atom = x.atom().get();
        return below(state, atom, bound.max().subtract(x.offset()), depth)
                && above(state, atom, bound.min().subtract(x.offset()), depth);
    }

    private boolean without(State state, Linear x, long bits, int depth) {
        return x.isNumber() || x.offset().signum() != 0
                || within(state, x.atom().get(), new Value(Value.ANY.range(), ~bits), depth);
    }

    /** What the declared type promises of an atom beyond its own range, once it has been assigned. */
    boolean declared(State state, Atom atom) {
        if (!(atom.type() instanceof Type.Int)) {
            return true;
        }
        for (Terms.UpperBound bound : terms.declaredBounds(atom)) {
            BigInteger max = evaluator.value(state, bound.limit()).max();
            if (!below(state, atom, max, FARTHEST)) {
                return false;
            }
        }
        return true;
    }
}
