// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Optional;

/**
 * What a number counts or names: bytes, milliseconds, the number of a queue. Two are the same when their names are.
 *
 * @param name the annotation's qualified name
 * @param distance for positions, the qualified name of the unit in which the distance of two of them is counted
 * @param things numbers of things, or how many there are: each may have an amount of something else
 */
public record Unit(String name, Optional<String> distance, boolean things) {
    /** What a cast to {@code @Unitless} gives: a number again, and nothing more. */
    public static final Unit NONE = new Unit("vireo.dsl.Unitless", Optional.empty(), false);

    /** A unit that is no position, and no number of things. */
    public static Unit of(String name) {
        return name.equals(NONE.name) ? NONE : new Unit(name, Optional.empty(), false);
    }

    /** As a source writes it: {@code @Bytes}. */
    public String text() {
        return "@" + name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && unit.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
