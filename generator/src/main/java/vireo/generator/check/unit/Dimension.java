// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.Optional;
import vireo.generator.ir.Local;
import vireo.generator.ir.Unit;

/** What is known about the unit of a value. */
public sealed interface Dimension {
    /** A literal: it is of the unit that is wanted where it stands. */
    record Literal() implements Dimension {}

    /** A number without a unit. */
    record Plain() implements Dimension {}

    /** A number of a unit. */
    record Of(Unit counted) implements Dimension {}

    /** What a function of the dsl gives: of its unit where the driver counts in it, and a plain number where it does not. */
    record Port(Unit counted) implements Dimension {}

    /** A local of which nothing is known yet. */
    record Open(Local local) implements Dimension {}

    Dimension LITERAL = new Literal();
    Dimension PLAIN = new Plain();

    /** What a declaration says. */
    static Dimension declared(Optional<Unit> unit) {
        return unit.filter(u -> !u.equals(Unit.NONE)).<Dimension>map(Of::new).orElse(PLAIN);
    }

    /** What a declaration of the dsl says about a result. */
    static Dimension ofPort(Optional<Unit> unit) {
        return unit.<Dimension>map(Port::new).orElse(PLAIN);
    }

    /** Whether it settles the unit of a local that takes the value. */
    default boolean isKnown() {
        return !(this instanceof Literal) && !(this instanceof Open);
    }

    /** The unit, where there is one for certain. */
    default Optional<Unit> unit() {
        return this instanceof Of of ? Optional.of(of.counted()) : Optional.empty();
    }

    /** For positions, the unit of their distances. */
    default Optional<Unit> distance() {
        return unit().flatMap(Unit::distance).map(Unit::of);
    }

    /** Whether it may be this unit. */
    default boolean fits(Unit wanted) {
        return this instanceof Literal || this instanceof Open || this instanceof Of of && of.counted().equals(wanted)
                || this instanceof Port port && port.counted().equals(wanted);
    }

    /** Whether it may be a number without a unit. */
    default boolean fitsPlain() {
        return !(this instanceof Of);
    }

    /** As a sentence names it. */
    default String text() {
        if (this instanceof Of of) {
            return of.counted().text();
        }
        return this instanceof Port port ? port.counted().text() : "a number without a unit";
    }
}
