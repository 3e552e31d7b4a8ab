// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Elements that are looked at first. */
public final class InLoop {
    private final @Nullable Buffer[] buffers = new Buffer[4];

    /** Makes one. */
    @Probe
    public void make(@Range(max = 3) int at) throws DriverException {
        buffers[at] = new Buffer();
    }

    /** How much is used. */
    public @U32 long used() {
        @U32 long sum = 0;
        for (int i = 0; i < 4; i++) {
            @Nullable Buffer buffer = buffers[i];
            if (buffer != null) {
                sum = Uint32.wrappingAdd(sum, buffer.used());
            }
        }
        return sum;
    }
}
