// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What a boolean says beside itself: the facts that hold where it is true, and those that hold where it is false. Null stands for an
 * outcome that cannot be.
 */
record Outcomes(Set<Fact> whenTrue, Set<Fact> whenFalse) {
    static final Outcomes SILENT = new Outcomes(Set.of(), Set.of());

    Set<Fact> when(boolean outcome) {
        return outcome ? whenTrue : whenFalse;
    }

    Outcomes not() {
        return new Outcomes(whenFalse, whenTrue);
    }

    Outcomes map(Function<Set<Fact>, Set<Fact>> change) {
        return new Outcomes(whenTrue == null ? null : change.apply(whenTrue), whenFalse == null ? null : change.apply(whenFalse));
    }

    /** Both hold. */
    static Set<Fact> all(Set<Fact> first, Set<Fact> second) {
        if (first == null || second == null) {
            return null;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        Set<Fact> joined = new HashSet<>(first);
        joined.addAll(second);
        return joined;
    }

    /** One of the two holds, and it is not known which. */
    static Set<Fact> either(Set<Fact> first, Set<Fact> second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return Set.of();
        }
        Set<Fact> common = new HashSet<>(first);
        common.retainAll(second);
        return common;
    }
}
