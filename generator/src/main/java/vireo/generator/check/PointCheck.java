// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/** A check that needs to know, at each point that control reaches, what values may be there. */
interface PointCheck extends Check {

    /** Called for each expression after its operands, with what is known where it is evaluated. */
    default void expression(Expr e, Point point) {}

    /** Called for each value that a declared place receives. */
    default void flow(Flow flow, Point point) {}

    /** Called for the subject of each switch. */
    default void choice(Expr subject, Point point) {}

    /** Called for each statement after its expressions. */
    default void statement(Stmt statement, Point point) {}

    /** Called with what is known where the method returns; not where it never does. */
    default void exit(Point point) {}
}
