// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Side;
import vireo.dsl.U64;
import vireo.dsl.Uint64;
import vireo.dsl.WrittenBy;

/** A command is posted as memory that the device may write, on one way. */
public final class Writable {
    private Writable() {}

    /** Describes a command. */
    public static void post(Portion piece, @WrittenBy(Side.DRIVER) @U64 long command, boolean last) {
        piece.address().set(Uint64.wrappingAdd(command, 16));
        piece.flags().set(last ? Portion.WRITE : Portion.WRITE | Portion.NEXT); // expect VR407: is posted as memory that the device may write
    }

    /** Describes it one way or the other. */
    public static void postSome(Portion piece, @WrittenBy(Side.DRIVER) @U64 long command, boolean odd) {
        piece.address().set(command);
        piece.flags().set(odd ? Portion.WRITE : 0); // expect VR407: and bits that may say otherwise
    }
}
