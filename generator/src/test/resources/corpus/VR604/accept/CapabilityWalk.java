// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.PciBus;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** A walk along the capabilities of a function ends, whatever they say. */
public final class CapabilityWalk {
    private static final int MOST = 48;

    private CapabilityWalk() {}

    /** Where the capability is; zero where there is none. */
    public static @U8 int find(PciBus bus, @U8 int wanted) {
        @U8 int at = bus.read8(8, 0x34) & 0xFC;
        for (int i = 0; i < MOST && at != 0; i++) {
            @U16 int capability = bus.read16(8, at);
            if ((capability & 0xFF) == wanted) {
                return at;
            }
            at = capability >> 8 & 0xFC;
        }
        return 0;
    }
}
