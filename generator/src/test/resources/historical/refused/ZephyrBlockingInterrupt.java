// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/**
 * Zephyr, pull request 115008: adding a chain waited for a free descriptor with the queue's spin lock held and
 * interrupts off, so that the interrupt that would have freed one never came. What an interrupt routine calls must
 * not wait either, for the same reason.
 */
@Linear
public final class ZephyrBlockingInterrupt implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /** For a device. */
    public ZephyrBlockingInterrupt(Interrupts interrupts) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
    }

    private void awaitDescriptor() {
        Deadline deadline = Deadline.afterMillis(1000);
        while (events.take(1) == 0 && !deadline.expired()) {
            Cpu.relax(); // expect VR801: 'relax' may wait
        }
    }

    /** Adds the next chain. */
    @Override
    public boolean interrupt(@U32 long source) {
        awaitDescriptor();
        return true;
    }

    /** Ends it. */
    @Moves
    public void release() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
