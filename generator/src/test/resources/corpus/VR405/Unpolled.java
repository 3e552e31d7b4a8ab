// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Exposes;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;

/** Stops its device by its registers, and does not look whether that has worked. */
@Linear
public final class Unpolled {
    private static final long PATIENCE = 50;
    private final Machine machine;
    private final DmaAllocator allocator;
    private final DmaMemory ring;

    /** Takes the ring over. */
    public Unpolled(Machine machine, DmaAllocator allocator, @Moves DmaMemory ring) {
        this.machine = machine;
        this.allocator = allocator;
        this.ring = ring;
    }

    /** Lets the device go. */
    @Exposes
    public void start() {
        machine.page().write(1);
    }

    /** Looks first, and asks then. */
    @Quiesces
    public boolean hush() {
        boolean busy = (machine.status().read() & 1) != 0;
        machine.page().write(0);
        return !busy; // expect VR405: Unpolled.hush ends without having shown that the device is stopped
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
        boolean stopped = stop();
        if (!stopped) {
            Log.error("not stopped");
        }
        allocator.free(ring); // expect VR405: 'ring' goes back while a device may still use it
    }
}
