// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;

/**
 * Something that holds of places.
 *
 * @param kind what holds, in the words of the check that uses it
 * @param scope 0 for what holds since the method was entered; another number for what happened since control last came to the point
 *     with that number
 * @param about the places
 */
public record Fact(String kind, int scope, List<Place> about) {
    public Fact {
        about = List.copyOf(about);
    }

    /** A fact of the whole method. */
    public static Fact of(String kind, Place... about) {
        return new Fact(kind, 0, List.of(about));
    }

    /** The same fact, of another scope. */
    public Fact in(int other) {
        return other == scope ? this : new Fact(kind, other, about);
    }

    public Place place(int index) {
        return about.get(index);
    }

    boolean mentions(Local local) {
        return about.stream().anyMatch(place -> place.mentions(local));
    }

    boolean mentions(FieldDecl field) {
        return about.stream().anyMatch(place -> place.mentions(field));
    }

    Fact with(Place old, Place replacement) {
        return new Fact(kind, scope, about.stream().map(place -> place.with(old, replacement)).toList());
    }

    /** The fact in the words of another method; empty where a place has no name there. */
    public Optional<Fact> moved(Function<Place, Optional<Place>> roots) {
        List<Place> there = new ArrayList<>();
        for (Place place : about) {
            Optional<Place> moved = place.moved(roots);
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            there.add(moved.get());
        }
        return Optional.of(new Fact(kind, scope, there));
    }
}
