// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Looks at one ring and reads another. */
public final class OtherRing {
    private OtherRing() {}

    /** An id. */
    public static @U32 long take(@Length("16") UsedIndex first, @Length("16") UsedIndex second,
            @FreeRunning @U16 int taken) {
        if (first.idx().observe() == taken) {
            return 0;
        }
        return second.entries().at(taken & 15).id().get() & 15; // expect VR502: may be read before the device has handed it over
    }
}
