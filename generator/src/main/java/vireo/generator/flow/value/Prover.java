// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vireo.generator.ir.Expr;

/**
 * Proves {@code a <= b} from intervals, facts, declared bounds and the named {@link Rule}s. The search is bounded, so a proof takes
 * a bounded time; what it does not find counts as unproved.
 */
final class Prover {
    private static final int MOST_ATOMS = 60;
    private static final int DEEPEST = 3;

    private final Terms terms;
    private Evaluator evaluator;
    private int depth;
    /** A sum may be known to be at most a sum of which it is part: one transposition at a time. */
    private boolean transposing;

    Prover(Terms terms) {
        this.terms = terms;
    }

    void use(Evaluator values) {
        this.evaluator = values;
    }

    /** Whether {@code a <= b} follows. */
    boolean atMost(State state, Linear a, Linear b) {
        if (a.atom().equals(b.atom())) {
            return a.offset().compareTo(b.offset()) <= 0;
        }
        if (evaluator.value(state, a).max().compareTo(evaluator.value(state, b).min()) <= 0) {
            return true;
        }
        if (depth >= DEEPEST) {
            return false;
        }
        depth++;
        try {
            return follows(state, a, b);
        } finally {
            depth--;
        }
    }

    private boolean follows(State state, Linear a, Linear b) {
        BigInteger room = b.offset().subtract(a.offset());
        if (a.atom().isPresent() && b.atom().isPresent()) {
            Optional<BigInteger> distance = closest(state, a.atom().get(), b.atom().get());
            if (distance.isPresent() && distance.get().compareTo(room) <= 0) {
                return true;
            }
            if (room.signum() >= 0 && monotone(state, a.atom().get(), b.atom().get())) {
                return true;
            }
        } else if (a.atom().isPresent()) {
            if (highest(state, a.atom().get()).compareTo(room) <= 0) {
                return true;
            }
        } else if (b.atom().isPresent() && lowest(state, b.atom().get()).negate().compareTo(room) <= 0) {
            return true;
        }
        return transposed(state, a, b);
    }

    private boolean transposed(State state, Linear a, Linear b) {
        if (b.atom().isPresent() && Terms.isExact(b.atom().get(), Expr.BinaryOp.SUB)) {
            Atom difference = b.atom().get();
            Linear sum = terms.sum(a, difference.operand(1), difference.type());
            if (sum != null && atMost(state, sum, difference.operand(0).plus(b.offset()))) {
                return true;
            }
        }
        if (a.atom().isPresent() && Terms.isExact(a.atom().get(), Expr.BinaryOp.SUB)) {
            Atom difference = a.atom().get();
            Linear sum = terms.sum(b, difference.operand(1), difference.type());
            return sum != null && atMost(state, difference.operand(0).plus(a.offset()), sum);
        }
        return false;
    }

    private boolean monotone(State state, Atom a, Atom b) {
        Operation first = a.operation().orElse(null);
        if (!(first instanceof Operation.Binary binary) || !first.equals(b.operation().orElse(null))) {
            return false;
        }
        boolean scaled = switch (binary.op()) {
            case MUL, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL, SHIFT_LEFT -> evaluator.value(state, a.operand(1)).nonNegative();
            case DIV, DIV_U64 -> evaluator.value(state, a.operand(1)).min().signum() > 0;
            case ADD -> true;
            default -> false;
        };
        return scaled && a.operand(1).equals(b.operand(1)) && atMost(state, a.operand(0), b.operand(0))
                || (binary.op() == Expr.BinaryOp.ADD || binary.op() == Expr.BinaryOp.MUL && nonNegative(state, a.operand(0)))
                        && a.operand(0).equals(b.operand(0))
                        && atMost(state, a.operand(1), b.operand(1))
                || binary.op() == Expr.BinaryOp.ADD
                        && (a.operand(0).equals(b.operand(1)) && atMost(state, a.operand(1), b.operand(0))
                                || a.operand(1).equals(b.operand(0)) && atMost(state, a.operand(0), b.operand(1)));
    }

    private boolean nonNegative(State state, Linear x) {
        return evaluator.value(state, x).nonNegative();
    }

    /** The largest value by way of the atoms that {@code atom} is known to be at most. */
    private BigInteger highest(State state, Atom atom) {
        BigInteger best = evaluator.value(state, atom).max();
        for (Map.Entry<Atom, BigInteger> reached : reach(state, atom).entrySet()) {
            best = best.min(evaluator.value(state, reached.getKey()).max().add(reached.getValue()));
        }
        return best;
    }

    /** The smallest value by way of the atoms that are directly known to be at most {@code atom}. */
    private BigInteger lowest(State state, Atom atom) {
        BigInteger best = evaluator.value(state, atom).min();
        for (Map.Entry<Atom, State.Difference[]> entry : state.differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                if (one.to() == atom) {
                    best = best.max(evaluator.value(state, entry.getKey()).min().subtract(BigInteger.valueOf(one.distance())));
                }
            }
        }
        return best;
    }

    /** The smallest c for which {@code a <= b + c} was found to follow from facts and rules; intervals are left out. */
    Optional<BigInteger> closest(State state, Atom a, Atom b) {
        Map<Atom, BigInteger> reached = reach(state, a);
        BigInteger best = reached.get(b);
        for (Map.Entry<Atom, BigInteger> goal : goals(state, b).entrySet()) {
            BigInteger distance = reached.get(goal.getKey());
            if (distance != null) {
                BigInteger sum = distance.add(goal.getValue());
                best = best == null ? sum : best.min(sum);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Atoms x that rules show to be at most {@code b}, each with c for {@code x <= b + c}: what b is made of, or equals. */
    private Map<Atom, BigInteger> goals(State state, Atom b) {
        Map<Atom, BigInteger> goals = new HashMap<>();
        below(state, b, BigInteger.ZERO, goals);
        for (State.Difference one : state.differences(b)) {
            if (one.to().operation().isPresent()) {
                state.difference(one.to(), b).ifPresent(back -> {
                    goals.merge(one.to(), BigInteger.valueOf(back), BigInteger::min);
                    below(state, one.to(), BigInteger.valueOf(back), goals);
                });
            }
        }
        return goals;
    }

    private void below(State state, Atom operation, BigInteger distance, Map<Atom, BigInteger> goals) {
        if (operation.operation().isEmpty()) {
            return;
        }
        for (Rule rule : Rule.values()) {
            rule.below(operation, x -> evaluator.value(state, x), limit -> limit.atom().ifPresent(x -> {
                BigInteger sum = distance.subtract(limit.offset());
                BigInteger known = goals.get(x);
                if (known == null || sum.compareTo(known) < 0) {
                    goals.put(x, sum);
                    below(state, x, sum, goals);
                }
            }));
        }
    }

    /** Each other atom y with the smallest c found for {@code from <= y + c}. */
    Map<Atom, BigInteger> above(State state, Atom from) {
        Map<Atom, BigInteger> reached = new HashMap<>(reach(state, from));
        reached.remove(from);
        return reached;
    }

    /** Each atom x that is directly known to be at most {@code to}, with c for {@code x <= to + c}. */
    Map<Atom, BigInteger> below(State state, Atom to) {
        Map<Atom, BigInteger> found = new HashMap<>();
        for (Map.Entry<Atom, State.Difference[]> entry : state.differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                if (one.to() == to) {
                    found.put(entry.getKey(), BigInteger.valueOf(one.distance()));
                }
            }
        }
        if (to.operation().isPresent()) {
            for (Rule rule : Rule.values()) {
                rule.below(to, x -> evaluator.value(state, x), limit -> limit.atom()
                        .ifPresent(x -> found.merge(x, limit.offset().negate(), BigInteger::min)));
            }
        }
        return found;
    }

    /** Each atom y that {@code from} is known to be at most, with the smallest c found for {@code from <= y + c}. */
    private Map<Atom, BigInteger> reach(State state, Atom from) {
        if (state.differences(from).length == 0 && from.operation().isEmpty() && terms.declaredBounds(from).isEmpty()) {
            return Map.of(from, BigInteger.ZERO);
        }
        Map<Atom, BigInteger> reached = new HashMap<>();
        ArrayDeque<Atom> pending = new ArrayDeque<>();
        reached.put(from, BigInteger.ZERO);
        pending.add(from);
        int steps = 0;
        while (!pending.isEmpty() && steps++ < MOST_ATOMS) {
            Atom current = pending.poll();
            BigInteger distance = reached.get(current);
            for (State.Difference one : state.differences(current)) {
                improve(reached, pending, one.to(), distance.add(BigInteger.valueOf(one.distance())));
            }
            for (Terms.UpperBound bound : terms.declaredBounds(current)) {
                bound.limit().atom().ifPresent(to -> improve(reached, pending, to, distance.add(bound.limit().offset())));
            }
            if (current.operation().isPresent()) {
                for (Rule rule : Rule.values()) {
                    rule.above(current, x -> evaluator.value(state, x), limit -> limit.atom()
                            .ifPresent(to -> improve(reached, pending, to, distance.add(limit.offset()))));
                }
                if (!transposing && Terms.isExact(current, Expr.BinaryOp.ADD)) {
                    transposing = true;
                    transposed(state, current, (to, more) -> improve(reached, pending, to, distance.add(more)));
                    transposing = false;
                }
            }
        }
        return reached;
    }

    /** What {@code x + y} is at most, where x is at most {@code z - y}: z. */
    private void transposed(State state, Atom sum, BiConsumer<Atom, BigInteger> limits) {
        for (int i = 0; i < 2; i++) {
            Linear x = sum.operand(i);
            Linear y = sum.operand(1 - i);
            x.atom().ifPresent(from -> reach(state, from).forEach((to, distance) -> {
                if (Terms.isExact(to, Expr.BinaryOp.SUB) && to.operand(1).equals(y)) {
                    Linear z = to.operand(0);
                    z.atom().ifPresent(limit -> limits.accept(limit, x.offset().add(distance).add(z.offset())));
                }
            }));
        }
    }

    private static void improve(Map<Atom, BigInteger> reached, ArrayDeque<Atom> pending, Atom to, BigInteger distance) {
        BigInteger known = reached.get(to);
        if (known == null || distance.compareTo(known) < 0) {
            reached.put(to, distance);
            pending.add(to);
        }
    }
}
