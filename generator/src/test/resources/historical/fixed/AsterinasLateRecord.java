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

/** Mended: recorded first. */
public final class AsterinasLateRecord {
    private static final int SIZE = 16;

    private final @Length("SIZE") AvailRing available;
    private final @Length("SIZE") UsedRing used;
    private final boolean[] submitted = new boolean[SIZE];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing submitted yet. */
    public AsterinasLateRecord(DmaMemory memory) throws DriverException {
        this.available = memory.ring(AvailRing.class, 0, SIZE);
        this.used = memory.ring(UsedRing.class, 64, SIZE);
        this.added = 0;
        this.taken = 0;
    }

    /** Ends the next request that the device has completed. */
    public void complete() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.ring().at(taken & (SIZE - 1)).id().get();
        if (id >= SIZE || !submitted[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        submitted[(int) id] = false;
        taken = Uint16.wrappingAdd(taken, 1);
    }

    /** Submits a request. */
    public void submit(@Range(max = SIZE - 1) int head, Doorbell doorbell) {
        submitted[head] = true;
        available.ring().at(added & (SIZE - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        available.idx().publish(added);
        doorbell.queue().write(0);
    }
}
