// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.source.Span;

/**
 * One register of a block.
 *
 * @param offset bytes from the start of the block
 * @param bits 8, 16, 32 or 64
 * @param split a 64-bit register that is accessed as two 32-bit halves, the low half first
 * @param count elements of a register array, 1 for a single register
 * @param mask the bits that may be written as one; -1 where no mask is declared
 * @param selectedBy the register that selects which window this one shows
 * @param feature the feature without which the device has no such register
 * @param bitMask declared to hold bits in their places: a bit number is no value for it
 * @param unit what the number in it counts or names
 * @param index the unit of the indices of a register array
 */
public record RegisterDecl(
        String owner,
        String name,
        int offset,
        Access access,
        int bits,
        boolean split,
        boolean halves,
        int count,
        long mask,
        boolean bitMask,
        Optional<String> selectedBy,
        String doc,
        Span span,
        OptionalInt feature,
        Optional<Unit> unit,
        Optional<Unit> index) {

    public enum Access {
        READ_ONLY,
        READ_WRITE,
        WRITE_ONLY,
        /** Writing one clears a bit. */
        WRITE_ONE_TO_CLEAR,
        /** Reading clears, or has another effect. */
        READ_SIDE_EFFECT
    }
}
