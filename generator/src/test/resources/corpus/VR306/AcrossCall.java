// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.Log;
import vireo.dsl.U16;

/** A counter handed to a method that takes a number. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Logs. */
    public static void show(@FreeRunning @U16 int index) {
        number(index); // expect VR306: which is none
    }

    private static void number(@U16 int number) {
        Log.info("%u", number);
    }
}
