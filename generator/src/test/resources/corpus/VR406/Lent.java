// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;

/** Says that it was too late, and the caller has its memory again. */
public final class Lent {
    private final Stopper stopper;
    private final Machine machine;

    /** For a device. */
    public Lent(Link link, Keeper keeper, Machine machine) {
        this.stopper = new Stopper(link, keeper);
        this.machine = machine;
    }

    /** Has the caller's memory filled. */
    public boolean fill(DmaMemory memory) {
        machine.page().write((int) (memory.physical() & 0xFF));
        Deadline deadline = Deadline.afterMillis(100);
        while (!stopper.hasFinished()) {
            if (deadline.expired()) {
                return false; // expect VR406: The wait is given up
            }
            Cpu.relax();
        }
        return true;
    }

    /** Stops the device. */
    public void stop() {
        stopper.stop();
    }
}
