// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Lattice;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/**
 * Joins states where paths meet: intervals grow to hold both, and a fact stays as far as it holds, or can be proved, on both sides.
 */
final class StateLattice implements Lattice<State> {
    private final Terms terms;
    private final Evaluator evaluator;
    private final Prover prover;

    StateLattice(Terms terms, Evaluator evaluator, Prover prover) {
        this.terms = terms;
        this.evaluator = evaluator;
        this.prover = prover;
    }

    @Override
    public State join(State first, State second) {
        if (first == second) {
            return first;
        }
        State joined = new State();
        for (Map.Entry<Atom, Value> entry : first.values().entrySet()) {
            Value other = second.value(entry.getKey());
            if (other != null) {
                joined.set(entry.getKey(), entry.getValue().join(other));
            }
        }
        differences(joined, first, second);
        differences(joined, second, first);
        for (Map.Entry<Atom, Boolean> entry : first.nonNull().entrySet()) {
            if (second.nonNull(entry.getKey()).equals(Optional.of(entry.getValue()))) {
                joined.setNonNull(entry.getKey(), entry.getValue());
            }
        }
        implications(joined, first, second);
        return joined;
    }

    /** Keeps the facts of {@code of} as far as they hold in {@code other} too. */
    private void differences(State joined, State of, State other) {
        for (Map.Entry<Atom, State.Difference[]> entry : of.differences().entrySet()) {
            Atom from = entry.getKey();
            for (State.Difference one : entry.getValue()) {
                Optional<Long> theirs = other.difference(from, one.to());
                if (theirs.isPresent()) {
                    joined.relate(from, one.to(), Math.max(theirs.get(), one.distance()));
                } else if (alive(other, from) && alive(other, one.to())) {
                    entailed(joined, other, from, one);
                }
            }
        }
    }

    private void entailed(State joined, State other, Atom from, State.Difference fact) {
        BigInteger known = evaluator.value(joined, from).max().subtract(evaluator.value(joined, fact.to()).min());
        BigInteger wanted = BigInteger.valueOf(fact.distance());
        if (known.compareTo(wanted) <= 0) {
            return;
        }
        BigInteger distance = evaluator.value(other, from).max().subtract(evaluator.value(other, fact.to()).min());
        BigInteger searched = prover.closest(other, from, fact.to()).orElse(distance);
        BigInteger best = distance.min(searched).max(wanted);
        if (best.compareTo(known) < 0 && best.bitLength() < 63) {
            joined.relate(from, fact.to(), best.longValue());
        }
    }

    /** Whether the state says anything of the locals that the atom reads: it does of each that has been assigned. */
    private boolean alive(State state, Atom atom) {
        for (Local local : atom.locals()) {
            if (local.type() instanceof Type.Int && state.value(terms.atoms().local(local)) == null) {
                return false;
            }
        }
        return true;
    }

    private static void implications(State joined, State first, State second) {
        Set<Atom> variables = new HashSet<>(first.implying());
        variables.addAll(second.implying());
        for (State one : new State[] {first, second}) {
            for (Map.Entry<Atom, Value> entry : one.values().entrySet()) {
                if (entry.getKey().type() instanceof Type.Bool && entry.getValue().isConstant()) {
                    variables.add(entry.getKey());
                }
            }
        }
        for (Atom variable : variables) {
            for (boolean outcome : new boolean[] {false, true}) {
                boolean possibleFirst = possible(first, variable, outcome);
                boolean possibleSecond = possible(second, variable, outcome);
                if (possibleFirst && !possibleSecond) {
                    joined.imply(variable, outcome, first.implied(variable, outcome).orElse(first));
                } else if (possibleSecond && !possibleFirst) {
                    joined.imply(variable, outcome, second.implied(variable, outcome).orElse(second));
                }
            }
        }
    }

    private static boolean possible(State state, Atom variable, boolean outcome) {
        Value value = state.value(variable);
        return value == null || value.range().contains(BigInteger.valueOf(outcome ? 1 : 0));
    }

    @Override
    public State widen(State earlier, State next) {
        State widened = new State();
        for (Map.Entry<Atom, Value> entry : earlier.values().entrySet()) {
            Value other = next.value(entry.getKey());
            if (other != null) {
                widened.set(entry.getKey(), widen(entry.getKey(), entry.getValue(), other));
            }
        }
        for (Map.Entry<Atom, State.Difference[]> entry : earlier.differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                if (holds(next, entry.getKey(), one)) {
                    widened.relate(entry.getKey(), one.to(), one.distance());
                }
            }
        }
        for (Map.Entry<Atom, Boolean> entry : earlier.nonNull().entrySet()) {
            if (next.nonNull(entry.getKey()).equals(Optional.of(entry.getValue()))) {
                widened.setNonNull(entry.getKey(), entry.getValue());
            }
        }
        return widened;
    }

    /** An end that moved goes to the end of the declared range. */
    private static Value widen(Atom atom, Value earlier, Value next) {
        if (earlier.range().contains(next.range()) && (next.bits() & ~earlier.bits()) == 0) {
            return earlier;
        }
        Interval declared = atom.type() instanceof Type.Int type ? type.range() : Value.ANY.range();
        if (atom.operation().isPresent()) {
            declared = Value.ANY.range();
        }
        Value all = Evaluator.ofType(atom.operation().isPresent() ? new Type.Void() : atom.type());
        BigInteger min = next.min().compareTo(earlier.min()) < 0 ? declared.min().min(next.min()) : earlier.min();
        BigInteger max = next.max().compareTo(earlier.max()) > 0 ? declared.max().max(next.max()) : earlier.max();
        long bits = (next.bits() & ~earlier.bits()) == 0 ? earlier.bits() : all.bits() | next.bits() | earlier.bits();
        return Value.of(new Interval(min, max), bits);
    }

    private boolean holds(State state, Atom from, State.Difference fact) {
        Optional<Long> known = state.difference(from, fact.to());
        if (known.isPresent() && known.get() <= fact.distance()) {
            return true;
        }
        return prover.atMost(state, Linear.of(from), Linear.of(fact.to()).plus(fact.distance()));
    }

    @Override
    public boolean same(State first, State second) {
        return first.same(second);
    }

    /** Both states hold; empty where they contradict each other. Changes {@code state}. */
    Optional<State> meet(State state, State other) {
        for (Map.Entry<Atom, Value> entry : other.values().entrySet()) {
            Value known = state.value(entry.getKey());
            Optional<Value> both = known == null ? Optional.of(entry.getValue()) : known.meet(entry.getValue());
            if (both.isEmpty()) {
                return Optional.empty();
            }
            state.set(entry.getKey(), both.get());
        }
        for (Map.Entry<Atom, State.Difference[]> entry : other.differences().entrySet()) {
            for (State.Difference one : entry.getValue()) {
                state.relate(entry.getKey(), one.to(), one.distance());
            }
        }
        for (Map.Entry<Atom, Boolean> entry : other.nonNull().entrySet()) {
            state.setNonNull(entry.getKey(), entry.getValue());
        }
        return Optional.of(state);
    }
}
