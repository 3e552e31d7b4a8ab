// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.ir.Local;

/** What holds on every path to a point. Never changed once made. */
public final class Knowledge {
    /** Nothing is known. */
    public static final Knowledge NOTHING = new Knowledge(Set.of(), Map.of());

    private final Set<Fact> facts;
    private final Map<Local, Outcomes> booleans;

    Knowledge(Set<Fact> facts, Map<Local, Outcomes> booleans) {
        this.facts = facts;
        this.booleans = booleans;
    }

    public boolean holds(Fact fact) {
        return facts.contains(fact);
    }

    public Set<Fact> facts() {
        return facts;
    }

    /** As this, with more facts. */
    public Knowledge with(Set<Fact> more) {
        return plus(more);
    }

    /** What holds where the method has returned this boolean; empty where it never does. */
    public Optional<Set<Fact>> whenReturned(boolean outcome) {
        return Optional.ofNullable(of(Place.RESULT).when(outcome)).map(more -> Outcomes.all(facts, more));
    }

    Outcomes of(Local local) {
        return booleans.getOrDefault(local, Outcomes.SILENT);
    }

    Knowledge plus(Set<Fact> more) {
        if (more.isEmpty() || facts.containsAll(more)) {
            return this;
        }
        return new Knowledge(Outcomes.all(facts, more), booleans);
    }

    Knowledge remember(Local local, Outcomes outcomes) {
        Map<Local, Outcomes> changed = new HashMap<>(booleans);
        changed.put(local, outcomes);
        return new Knowledge(facts, changed);
    }

    /** Only what satisfies the test is still known. */
    Knowledge keep(Predicate<Fact> test, Local forgotten) {
        Set<Fact> kept = filter(facts, test);
        Map<Local, Outcomes> outcomes = booleans;
        if (!booleans.isEmpty()) {
            outcomes = new HashMap<>();
            for (Map.Entry<Local, Outcomes> entry : booleans.entrySet()) {
                if (!entry.getKey().equals(forgotten)) {
                    outcomes.put(entry.getKey(), entry.getValue().map(known -> filter(known, test)));
                }
            }
        }
        return kept == facts && outcomes == booleans ? this : new Knowledge(kept, outcomes);
    }

    private static Set<Fact> filter(Set<Fact> facts, Predicate<Fact> test) {
        if (facts.stream().allMatch(test)) {
            return facts;
        }
        Set<Fact> kept = new HashSet<>(facts);
        kept.removeIf(test.negate());
        return kept;
    }

    static Knowledge join(Knowledge a, Knowledge b) {
        if (a == b) {
            return a;
        }
        Set<Fact> common = Outcomes.either(a.facts, b.facts);
        Map<Local, Outcomes> outcomes = new HashMap<>();
        Set<Local> locals = new HashSet<>(a.booleans.keySet());
        locals.addAll(b.booleans.keySet());
        for (Local local : locals) {
            Outcomes first = a.of(local);
            Outcomes second = b.of(local);
            // An outcome that only one path can bring about tells that control came along it.
            Outcomes both = new Outcomes(
                    Outcomes.either(Outcomes.all(first.whenTrue(), a.facts), Outcomes.all(second.whenTrue(), b.facts)),
                    Outcomes.either(Outcomes.all(first.whenFalse(), a.facts), Outcomes.all(second.whenFalse(), b.facts)));
            if (!both.equals(Outcomes.SILENT)) {
                outcomes.put(local, both);
            }
        }
        return new Knowledge(common, outcomes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Knowledge known && known.facts.equals(facts) && known.booleans.equals(booleans);
    }

    @Override
    public int hashCode() {
        return facts.hashCode() * 31 + booleans.hashCode();
    }
}
