// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Mended: an id that no chain has is an error, and so is a length that no buffer has. */
public final class ZephyrUsedId {
    private static final int BUFFER = 64;
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final @U16 int[] callback = new int[SIZE];
    private final boolean[] inFlight = new boolean[SIZE];
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public ZephyrUsedId(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Notes whose a chain is. */
    public void add(@Range(max = SIZE - 1) int id, @U16 int whose) {
        callback[id] = whose;
        inFlight[id] = true;
    }

    /** Whose turn it is. */
    public @U16 int next() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        UsedElement element = used.ring().at(taken & (SIZE - 1));
        @U32 long id = element.id().get();
        @U32 long length = element.len().get();
        if (id >= SIZE || !inFlight[(int) id] || length > BUFFER) {
            throw new DriverException(Errno.EPROTO);
        }
        inFlight[(int) id] = false;
        taken = Uint16.wrappingAdd(taken, 1);
        for (long i = 0; i < length; i++) {
            Log.debug("byte %u", i);
        }
        return callback[(int) id];
    }
}
