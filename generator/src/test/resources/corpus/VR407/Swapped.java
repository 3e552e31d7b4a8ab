// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Log;
import vireo.dsl.Side;
import vireo.dsl.U64;
import vireo.dsl.WrittenBy;

/** Command and answer change places. */
public final class Swapped {
    private Swapped() {}

    private static void add(@WrittenBy(Side.DRIVER) @U64 long command, @WrittenBy(Side.DEVICE) @U64 long answer) {
        Log.debug("command at 0x%x, answer at 0x%x", command, answer);
    }

    /** Adds both. */
    public static void post(@WrittenBy(Side.DRIVER) @U64 long command, @WrittenBy(Side.DEVICE) @U64 long answer) {
        add(
                answer, // expect VR407: that of memory that the other side writes
                command); // expect VR407: that of memory that the other side writes
    }

    /** Adds memory that nobody has said anything of. */
    public static void postUntold(DmaMemory memory, @WrittenBy(Side.DEVICE) @U64 long answer) {
        add(memory.physical(), answer); // expect VR407: nothing says who writes what lies there
    }
}
