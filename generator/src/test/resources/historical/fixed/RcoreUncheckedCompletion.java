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

/** Mended: the id is in flight, and the length no more than was posted. */
public final class RcoreUncheckedCompletion {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final @U32 long[] posted = new long[SIZE];
    private final boolean[] inFlight = new boolean[SIZE];
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public RcoreUncheckedCompletion(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Notes a buffer that the device gets. */
    public void note(@Range(max = SIZE - 1) int id, @U32 long writable) {
        posted[id] = writable;
        inFlight[id] = true;
    }

    /** Takes a buffer back; says how much of it was written. */
    public @U32 long pop() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        UsedElement element = used.ring().at(taken & (SIZE - 1));
        @U32 long id = element.id().get();
        @U32 long length = element.len().get();
        if (id >= SIZE || !inFlight[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        if (length > posted[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        inFlight[(int) id] = false;
        return length;
    }
}
