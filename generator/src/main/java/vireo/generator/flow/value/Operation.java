// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import vireo.generator.ir.Expr;

/** An operation that an {@link Atom} stands for, beyond adding a constant. */
sealed interface Operation {

    /**
     * @param carrierBits 32 or 64
     * @param unsigned on {@code @U64} patterns
     */
    record Binary(Expr.BinaryOp op, int carrierBits, boolean unsigned) implements Operation {}

    /** The low bits of {@code left op right}. */
    record Wrapping(Expr.BinaryOp op, int width, int carrierBits) implements Operation {}

    /** The low bits of a value. */
    record Truncate(int width) implements Operation {}

    record Complement(boolean unsigned) implements Operation {}

    /** Bytes reversed where the machine's order differs. */
    record Swap(int width) implements Operation {}
}
