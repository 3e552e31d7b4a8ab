// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Mended: a deadline. */
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
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(1000);
        while (used.idx().observe() == taken) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
        taken = Uint16.wrappingAdd(taken, 1);
    }
}
