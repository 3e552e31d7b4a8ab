// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;

/** Mended: a full barrier between the two. */
public final class CloudHypervisorAvailEvent {
    private static final int SIZE = 16;

    private final @Length("SIZE") AvailRing available;
    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public CloudHypervisorAvailEvent(DmaMemory memory) throws DriverException {
        this.available = memory.ring(AvailRing.class, 0, SIZE);
        this.used = memory.ring(UsedRing.class, 64, SIZE);
        this.taken = 0;
    }

    /** Takes what has come back. */
    public void take() {
        taken = used.idx().observe();
    }

    /** Asks to be told of the next chain that comes back. Returns whether one has come already. */
    public boolean enableInterrupts() {
        available.usedEvent().set(taken);
        Fence.full();
        return used.idx().observe() != taken;
    }
}
