// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DmaMemory;
import vireo.dsl.Side;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;
import vireo.dsl.WrittenBy;

/** Each address with the bits that its declaration asks for. */
public final class Posted {
    private final @WrittenBy(Side.DEVICE) @U64 long answer;

    /** An answer at the end of some memory. */
    public Posted(DmaMemory memory) {
        this.answer = Uint64.wrappingAdd(memory.physical(), 64);
    }

    private static void describe(Portion piece, @U64 long address, @BitMask @U32 long flags) {
        piece.address().set(address);
        piece.flags().set(flags);
    }

    /** Memory that the caller says no more of: the bits are the caller's. */
    public static void either(Portion piece, @U64 long address, boolean writes) {
        describe(piece, address, writes ? Portion.WRITE : 0);
    }

    /** Describes a command and its answer. */
    public void post(Portion first, Portion second, @WrittenBy(Side.DRIVER) @U64 long command, boolean last) {
        describe(first, command, Portion.NEXT);
        describe(second, answer, last ? Portion.WRITE : Portion.WRITE | Portion.NEXT);
    }
}
