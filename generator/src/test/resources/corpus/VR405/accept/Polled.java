// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Exposes;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;

/** Stops its device by its registers, and says whether that has worked. */
@Linear
public final class Polled {
    private static final long PATIENCE = 50;
    private final Machine machine;
    private final DmaAllocator allocator;
    private final DmaMemory ring;

    /** Takes the ring over. */
    public Polled(Machine machine, DmaAllocator allocator, @Moves DmaMemory ring) {
        this.machine = machine;
        this.allocator = allocator;
        this.ring = ring;
    }

    /** Lets the device go. */
    @Exposes
    public void start() {
        machine.page().write(1);
    }

    @Quiesces
    private boolean stop() {
        machine.page().write(0);
        Deadline deadline = Deadline.afterMillis(PATIENCE);
        while ((machine.status().read() & 1) != 0) {
            if (deadline.expired()) {
                return false;
            }
            Cpu.relax();
        }
        return true;
    }

    /** Ends it. */
    @Moves
    public void release() {
        if (!stop()) {
            Leak.forGood(ring);
            return;
        }
        allocator.free(ring);
    }
}
