// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import vireo.generator.source.Span;

/**
 * Errors by name, each with one place that it comes from. A name {@code #2} stands for whatever the caller passes as the third
 * argument, {@link #UNKNOWN} for what nobody can say.
 */
final class ErrorSet {
    /** An error of which nothing is known. */
    static final String UNKNOWN = "?";

    private static final String ARGUMENT = "#";

    /**
     * Where an error comes from.
     *
     * @param callee the method that fails with it; empty where it is thrown here
     * @param certain whether the generator holds that it can happen; a view that is bound at a fixed place may well always fit
     */
    record Origin(Span span, Optional<String> callee, boolean certain) {}

    private final Map<String, Origin> origins = new TreeMap<>();

    static String argument(int position) {
        return ARGUMENT + position;
    }

    /** The position of the argument that a name stands for; -1 for the name of an error. */
    static int position(String name) {
        return name.startsWith(ARGUMENT) ? Integer.parseInt(name.substring(ARGUMENT.length())) : -1;
    }

    static ErrorSet of(String name, Span span) {
        ErrorSet set = new ErrorSet();
        set.add(name, new Origin(span, Optional.empty(), true));
        return set;
    }

    void add(String name, Origin origin) {
        origins.merge(name, origin, (old, one) -> old.certain() || !one.certain() ? old : one);
    }

    void addAll(ErrorSet other) {
        other.origins.forEach(this::add);
    }

    /** Those of a method that is called at a place. */
    void addCalled(ErrorSet other, String callee, Span span) {
        other.origins.forEach((name, origin) -> add(name, new Origin(span, Optional.of(callee), origin.certain())));
    }

    ErrorSet only(Predicate<String> wanted) {
        ErrorSet set = new ErrorSet();
        origins.forEach((name, origin) -> {
            if (wanted.test(name)) {
                set.origins.put(name, origin);
            }
        });
        return set;
    }

    Set<String> names() {
        return origins.keySet();
    }

    Origin origin(String name) {
        return origins.get(name);
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Whether the same names are there, as certainly. */
    boolean sameAs(ErrorSet other) {
        return origins.keySet().equals(other.origins.keySet())
                && origins.entrySet().stream().allMatch(e -> e.getValue().certain() == other.origins.get(e.getKey()).certain());
    }
}
