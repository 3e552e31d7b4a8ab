// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known at one point of a method: values of atoms beyond their declarations, differences between atoms, and which
 * references are null. A state that was handed to the solver is never changed again; {@link #fork} starts a new one.
 */
public final class State {
    /** {@code x <= to + distance}, stored with x. */
    record Difference(Atom to, long distance) {}

    private record Implication(Atom variable, boolean outcome) {}

    private static final Difference[] NO_DIFFERENCES = {};
    /** More facts on one atom than any driver needs; keeps hostile input from growing states without end. */
    private static final int MOST_DIFFERENCES = 40;

    private Map<Atom, Value> values;
    private Map<Atom, Difference[]> differences;
    private Map<Atom, Boolean> nonNull;
    /** What also holds once a boolean variable is seen to be true or false; rarely any, so always copied. */
    private Map<Implication, State> implied = Map.of();
    private boolean sharedValues;
    private boolean sharedDifferences;
    private boolean sharedNonNull;

    State() {
        values = new HashMap<>();
        differences = new HashMap<>();
        nonNull = new HashMap<>();
    }

    /** A copy that may be changed; the maps are copied when the first change comes. */
    State fork() {
        State copy = new State(values, differences, nonNull);
        copy.implied = implied;
        sharedValues = true;
        sharedDifferences = true;
        sharedNonNull = true;
        return copy;
    }

    /** Takes over all that the other state says. */
    void become(State other) {
        State copy = other.fork();
        values = copy.values;
        differences = copy.differences;
        nonNull = copy.nonNull;
        implied = copy.implied;
        sharedValues = true;
        sharedDifferences = true;
        sharedNonNull = true;
    }

    private State(Map<Atom, Value> values, Map<Atom, Difference[]> differences, Map<Atom, Boolean> nonNull) {
        this.values = values;
        this.differences = differences;
        this.nonNull = nonNull;
        sharedValues = true;
        sharedDifferences = true;
        sharedNonNull = true;
    }

    private Map<Atom, Value> ownValues() {
        if (sharedValues) {
            values = new HashMap<>(values);
            sharedValues = false;
        }
        return values;
    }

    private Map<Atom, Difference[]> ownDifferences() {
        if (sharedDifferences) {
            differences = new HashMap<>(differences);
            sharedDifferences = false;
        }
        return differences;
    }

    private Map<Atom, Boolean> ownNonNull() {
        if (sharedNonNull) {
            nonNull = new HashMap<>(nonNull);
            sharedNonNull = false;
        }
        return nonNull;
    }

    /** What was learnt of the atom on its own; null where nothing was. */
    Value value(Atom atom) {
        return values.get(atom);
    }

    Map<Atom, Value> values() {
        return values;
    }

    void set(Atom atom, Value value) {
        ownValues().put(atom, value);
    }

    Map<Atom, Difference[]> differences() {
        return differences;
    }

    /** The facts {@code from <= to + distance}. */
    Difference[] differences(Atom from) {
        Difference[] found = differences.get(from);
        return found == null ? NO_DIFFERENCES : found;
    }

    /** The smallest known c with {@code from <= to + c}. */
    Optional<Long> difference(Atom from, Atom to) {
        for (Difference one : differences(from)) {
            if (one.to() == to) {
                return Optional.of(one.distance());
            }
        }
        return Optional.empty();
    }

    /** Records {@code from <= to + distance}; gives whether this says something new. */
    boolean relate(Atom from, Atom to, long distance) {
        if (from == to) {
            return false;
        }
        Difference[] old = differences(from);
        for (int i = 0; i < old.length; i++) {
            if (old[i].to() == to) {
                if (old[i].distance() <= distance) {
                    return false;
                }
                Difference[] changed = old.clone();
                changed[i] = new Difference(to, distance);
                ownDifferences().put(from, changed);
                return true;
            }
        }
        if (old.length >= MOST_DIFFERENCES) {
            return false;
        }
        Difference[] grown = Arrays.copyOf(old, old.length + 1);
        grown[old.length] = new Difference(to, distance);
        ownDifferences().put(from, grown);
        // The other end becomes a key too, so that forgetting finds it.
        ownDifferences().putIfAbsent(to, NO_DIFFERENCES);
        return true;
    }

    /** TRUE where the reference is not null, or the number not zero; FALSE where it is null; empty where either may be. */
    Optional<Boolean> nonNull(Atom atom) {
        return Optional.ofNullable(nonNull.get(atom));
    }

    void setNonNull(Atom atom, boolean isNonNull) {
        ownNonNull().put(atom, isNonNull);
    }

    Map<Atom, Boolean> nonNull() {
        return nonNull;
    }

    /** What also holds where the boolean variable has the value; empty where nothing was noted. */
    Optional<State> implied(Atom variable, boolean value) {
        return Optional.ofNullable(implied.get(new Implication(variable, value)));
    }

    /** Notes what also holds where the boolean variable has the value. */
    void imply(Atom variable, boolean value, State then) {
        Map<Implication, State> grown = new HashMap<>(implied);
        State plain = then.fork();
        plain.implied = Map.of();
        grown.put(new Implication(variable, value), plain);
        implied = grown;
    }

    /** The boolean variables that something is noted for. */
    List<Atom> implying() {
        return implied.keySet().stream().map(Implication::variable).distinct().toList();
    }

    /**
     * Forgets the atoms that {@code gone} names. What related two other atoms by way of a forgotten one is kept as a fact
     * between those two.
     */
    void forget(Predicate<Atom> gone) {
        forgetImplied(gone);
        List<Atom> removed = new ArrayList<>();
        for (Atom atom : differences.keySet()) {
            if (gone.test(atom)) {
                removed.add(atom);
            }
        }
        for (Atom atom : removed) {
            eliminate(atom);
        }
        removed.clear();
        for (Atom atom : values.keySet()) {
            if (gone.test(atom)) {
                removed.add(atom);
            }
        }
        for (Atom atom : removed) {
            ownValues().remove(atom);
        }
        removed.clear();
        for (Atom atom : nonNull.keySet()) {
            if (gone.test(atom)) {
                removed.add(atom);
            }
        }
        for (Atom atom : removed) {
            ownNonNull().remove(atom);
        }
    }

    private void forgetImplied(Predicate<Atom> gone) {
        if (implied.isEmpty()) {
            return;
        }
        Map<Implication, State> kept = new HashMap<>();
        implied.forEach((one, state) -> {
            if (!gone.test(one.variable())) {
                State copy = state.fork();
                copy.forget(gone);
                kept.put(one, copy);
            }
        });
        implied = kept;
    }

    private void eliminate(Atom atom) {
        Difference[] out = differences(atom);
        Map<Atom, Difference[]> own = ownDifferences();
        own.remove(atom);
        Map<Atom, Long> into = new HashMap<>();
        for (Map.Entry<Atom, Difference[]> entry : own.entrySet()) {
            Difference[] edges = entry.getValue();
            for (int i = 0; i < edges.length; i++) {
                if (edges[i].to() == atom) {
                    into.put(entry.getKey(), edges[i].distance());
                    Difference[] shorter = new Difference[edges.length - 1];
                    System.arraycopy(edges, 0, shorter, 0, i);
                    System.arraycopy(edges, i + 1, shorter, i, edges.length - 1 - i);
                    entry.setValue(shorter);
                    break;
                }
            }
        }
        for (Map.Entry<Atom, Long> in : into.entrySet()) {
            for (Difference one : out) {
                if (in.getKey() != one.to()) {
                    relate(in.getKey(), one.to(), in.getValue() + one.distance());
                }
            }
        }
    }

    /** The local grows by {@code step}: facts on it move along. Compound atoms that mention it must be forgotten before. */
    void shift(Atom local, long step) {
        forgetImplied(atom -> atom == local);
        if (nonNull.containsKey(local)) {
            ownNonNull().remove(local);
        }
        Map<Atom, Difference[]> own = ownDifferences();
        for (Map.Entry<Atom, Difference[]> entry : own.entrySet()) {
            Difference[] edges = entry.getValue();
            Difference[] moved = null;
            for (int i = 0; i < edges.length; i++) {
                boolean from = entry.getKey() == local;
                if (from || edges[i].to() == local) {
                    moved = moved == null ? edges.clone() : moved;
                    // x <= y + c becomes x' <= y + c + step, and y <= x + c becomes y <= x' + c - step.
                    moved[i] = new Difference(edges[i].to(), edges[i].distance() + (from ? step : -step));
                }
            }
            if (moved != null) {
                entry.setValue(moved);
            }
        }
    }

    boolean same(State other) {
        if (this == other) {
            return true;
        }
        if (values != other.values && !values.equals(other.values) || nonNull != other.nonNull && !nonNull.equals(other.nonNull)) {
            return false;
        }
        return sameFacts(other) && sameImplied(other);
    }

    private boolean sameImplied(State other) {
        if (implied == other.implied) {
            return true;
        }
        return implied.keySet().equals(other.implied.keySet())
                && implied.entrySet().stream().allMatch(one -> one.getValue().same(other.implied.get(one.getKey())));
    }

    private boolean sameFacts(State other) {
        return differences == other.differences || sameDifferences(other) && other.sameDifferences(this);
    }

    private boolean sameDifferences(State other) {
        for (Map.Entry<Atom, Difference[]> entry : differences.entrySet()) {
            Difference[] theirs = other.differences(entry.getKey());
            if (entry.getValue() == theirs) {
                continue;
            }
            for (Difference one : entry.getValue()) {
                if (!other.difference(entry.getKey(), one.to()).equals(Optional.of(one.distance()))) {
                    return false;
                }
            }
        }
        return true;
    }
}
