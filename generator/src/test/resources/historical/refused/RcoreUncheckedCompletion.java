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

/**
 * rcore-os/virtio-drivers, pull request 245: the owning queue took id and length from the used ring for true, and cut
 * the buffer with them. A device that answers with another id, or with a length that the buffer does not have,
 * brought the whole kernel down.
 */
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
        taken = Uint16.wrappingAdd(taken, 1);
        int id = (int) (element.id().get() & (SIZE - 1));
        inFlight[id] = false; // expect VR603: before one was looked at there
        return element.len().get(); // expect VR603: comes from a ring entry of the device's, and is believed
    }
}
