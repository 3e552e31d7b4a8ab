// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.source.Span;

/** Is shown every place at which units have to agree. */
interface UnitListener {
    /**
     * A value goes to a place.
     *
     * @param place in the author's words
     * @param declared where the place is declared
     */
    void flow(Expr value, Dimension wanted, String place, Optional<Span> declared);

    /** A value goes to a function of the dsl; {@code wanted} is what that declares. */
    void port(Expr value, Optional<Unit> wanted, String place);

    /** A value says where bytes of device-visible memory lie, or how many there are. */
    void bytes(Expr value, String place);

    /** What a call or an access gives goes to a local. */
    void result(Dimension given, Local target, String source, Span at);

    /** An array goes to a place that declares another name for it. */
    void array(Expr value, Type wanted, String place);

    /** An operation on two numbers. */
    void operation(Expr.Binary operation);

    /** Two numbers stand for one another: the sides of a choice, a subject and its case. */
    void pair(Expr one, Expr other);

    /** A number is given a unit. */
    void cast(Expr.Convert cast);
}
