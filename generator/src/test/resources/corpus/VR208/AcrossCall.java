// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.U32;

/** Raw bytes handed to a method that takes a number. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Logs the tag. */
    public static void show(Slot slot) {
        number(slot.tag().raw()); // expect VR208: is in big-endian order
    }

    private static void number(@U32 long tag) {
        Log.info("%u", tag);
    }
}
