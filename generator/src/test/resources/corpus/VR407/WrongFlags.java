// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.Side;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.WrittenBy;

/** The answer is posted as memory that the device only reads. */
public final class WrongFlags {
    private WrongFlags() {}

    private static void describe(Portion piece, @U64 long address, @U32 long length, @BitMask @U32 long flags) {
        piece.address().set(address);
        piece.length().set(length);
        piece.flags().set(flags);
    }

    /** Describes a command and its answer. */
    public static void post(
            Portion first, Portion second, @WrittenBy(Side.DRIVER) @U64 long command, @WrittenBy(Side.DEVICE) @U64 long answer) {
        describe(first, command, 16, Portion.NEXT);
        describe(second, answer, 4, 0); // expect VR407: is posted as memory that it may only read
    }
}
