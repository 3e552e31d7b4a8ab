// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What the value analysis knows about numbers. */
public interface Values {

    /**
     * Every value that the expression can have where the statement evaluates it; never wider than the type's range, and the
     * type's range where the statement is unreachable.
     *
     * @param expression of a type {@link Type.Int}
     * @param at the statement that evaluates it; of a loop's condition, the loop
     */
    Interval intervalOf(Expr expression, Stmt at);

    /** Knows no more than what the types promise. */
    static Values ofTypes() {
        return (expression, at) -> expression.type() instanceof Type.Int number ? number.range() : Interval.LONG;
    }
}
