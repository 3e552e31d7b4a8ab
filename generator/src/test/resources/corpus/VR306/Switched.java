// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** One of a counter's values, picked. */
public final class Switched {
    private Switched() {}

    /** Whether it is the third. */
    public static boolean third(@FreeRunning @U16 int index) {
        switch (index) { // expect VR306: A switch on the free-running counter
            case 3:
                return true;
            default:
                return false;
        }
    }
}
