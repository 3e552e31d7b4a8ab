// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vireo.generator.flow.Lattice;

/** What is held where, at one point of a method. Never changed: each step makes a new one. */
final class Holdings {
    static final Lattice<Holdings> LATTICE = Holdings::join;

    private final Map<Place, Hold> holds;

    private Holdings(Map<Place, Hold> holds) {
        this.holds = holds;
    }

    static Holdings none() {
        return new Holdings(Map.of());
    }

    Map<Place, Hold> all() {
        return holds;
    }

    Optional<Hold> at(Place place) {
        return Optional.ofNullable(holds.get(place));
    }

    Holdings with(Place place, Hold hold) {
        Map<Place, Hold> changed = new HashMap<>(holds);
        changed.put(place, hold);
        return new Holdings(changed);
    }

    /** The whole has a new content: what is known of its parts no longer holds. */
    Holdings replaced(Place place, Hold hold) {
        Map<Place, Hold> changed = new HashMap<>(holds);
        changed.keySet().removeIf(p -> p.isPartOf(place));
        changed.put(place, hold);
        return new Holdings(changed);
    }

    private Holdings join(Holdings other) {
        if (holds.equals(other.holds)) {
            return this;
        }
        Map<Place, Hold> joined = new HashMap<>(holds);
        other.holds.forEach((place, hold) -> joined.merge(place, hold, Hold::join));
        // A part of which only one path knows is on the other path what its whole is.
        for (Place place : joined.keySet()) {
            if (!holds.containsKey(place)) {
                inherited(place).ifPresent(h -> joined.computeIfPresent(place, (p, known) -> known.join(h)));
            } else if (!other.holds.containsKey(place)) {
                other.inherited(place).ifPresent(h -> joined.computeIfPresent(place, (p, known) -> known.join(h)));
            }
        }
        return new Holdings(joined);
    }

    /** What the nearest whole holds that this place is a part of. */
    private Optional<Hold> inherited(Place place) {
        Optional<Place> whole = place.whole();
        while (whole.isPresent()) {
            if (holds.containsKey(whole.get())) {
                return Optional.of(holds.get(whole.get()));
            }
            whole = whole.get().whole();
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holdings h && h.holds.equals(holds);
    }

    @Override
    public int hashCode() {
        return holds.hashCode();
    }
}
