// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** A ring of numbers that a device gives back; they are checked for nothing but their range. */
public final class GivenBack {
    private final @Length("8") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken. */
    public GivenBack(@Length("8") UsedIndex used) {
        this.used = used;
        this.taken = 0;
    }

    /** The next number. */
    public @Range(max = 7) int take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.entries().at(taken & 7).tag().get();
        taken = Uint16.wrappingAdd(taken, 1);
        if (id > 7) {
            throw new DriverException(Errno.EPROTO);
        }
        return (int) id;
    }
}
