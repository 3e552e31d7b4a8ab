// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Mended: an id that is not waited for is an error. */
public final class OsvCookie {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final boolean[] waiting = new boolean[SIZE];
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public OsvCookie(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Notes a request. */
    public void begin(@Range(max = SIZE - 1) int id) {
        waiting[id] = true;
    }

    /** Ends a request. */
    public void complete() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.ring().at(taken & (SIZE - 1)).id().get();
        if (id >= SIZE || !waiting[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        waiting[(int) id] = false;
    }
}
