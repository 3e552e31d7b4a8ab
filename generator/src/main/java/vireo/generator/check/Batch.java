// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.Place;
import vireo.generator.source.Span;

/**
 * What was written for the device and what was published, at one point of a method.
 *
 * @param published where an index was published last, on some path; null where none was
 * @param late stores after that which no entry has taken along
 * @param given the numbers by which entries and stores to be published were named, since the driver looked last
 * @param out those of them that were published
 * @param after stores since the method was entered, by the number that names their place, as long as nobody looked
 * @param open whether on some path nobody has looked since the method was entered
 * @param overlooked whether a store of the caller's was late when the driver looked
 */
record Batch(Span published, Set<Span> late, Set<Place> given, Set<Place> out, Map<Place, Span> after, boolean open,
        boolean overlooked) {
    /** A store that a caller made before the call. */
    static final Span CALLERS = new Span(null, -1, -1);

    static final Batch NEW = new Batch(null, Set.of(), Set.of(), Set.of(), Map.of(), true, false);

    /** The driver has looked for what the device has done. */
    Batch looked() {
        return new Batch(null, Set.of(), Set.of(), Set.of(), Map.of(), false,
                overlooked || published != null && late.contains(CALLERS));
    }

    Batch with(Span publication, Set<Span> pending, Set<Place> named, Set<Place> handedOver) {
        return new Batch(publication, pending, named, handedOver, after, open, overlooked);
    }

    Batch without(Predicate<Place> changed) {
        if (given.stream().noneMatch(changed) && out.stream().noneMatch(changed) && after.keySet().stream().noneMatch(changed)) {
            return this;
        }
        Map<Place, Span> kept = new LinkedHashMap<>(after);
        kept.keySet().removeIf(changed);
        return new Batch(published, late, less(given, changed), less(out, changed), kept, open, overlooked);
    }

    private static Set<Place> less(Set<Place> places, Predicate<Place> changed) {
        Set<Place> kept = new LinkedHashSet<>(places);
        kept.removeIf(changed);
        return kept;
    }

    /** What may be so on either of two ways. */
    Batch or(Batch second) {
        if (equals(second)) {
            return this;
        }
        Map<Place, Span> both = new LinkedHashMap<>(after);
        second.after().forEach(both::putIfAbsent);
        return new Batch(published == null ? second.published() : published, union(late, second.late()), union(given, second.given()),
                union(out, second.out()), both, open || second.open(), overlooked || second.overlooked());
    }

    static <T> Set<T> union(Set<T> first, Set<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }
}
