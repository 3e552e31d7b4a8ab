// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/**
 * Hermit, virtio drivers: a command was sent, and the used ring watched until its answer was there, however long that
 * took. One lost answer, and the whole unikernel stood still.
 */
public final class HermitSpin {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public HermitSpin(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Waits for one answer. */
    public void await() {
        while (used.idx().observe() == taken) { // expect VR803: no
            Cpu.relax();
        }
        taken = Uint16.wrappingAdd(taken, 1);
    }
}
