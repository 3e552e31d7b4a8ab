// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** The handler notes, the thread waits. */
@Linear
public final class Signalling implements InterruptHandler {
    private final Uart uart;
    private final Interrupts interrupts;
    private final Events events;

    /** Drives a device. */
    public Signalling(Uart uart, Interrupts interrupts) throws DriverException {
        this.uart = uart;
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
    }

    /** Notes an event. */
    @Override
    public boolean interrupt(@U32 long source) {
        if (uart.status().read() == 0) {
            return false;
        }
        note();
        return true;
    }

    private void note() {
        events.signal(1);
    }

    /** Waits for an event. */
    public boolean await() {
        Deadline deadline = Deadline.afterMillis(100);
        return events.await(1, deadline) != 0;
    }

    /** Ends it. */
    @Moves
    public void release() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
