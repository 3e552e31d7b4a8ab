// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Mended: the routine only says that there is something to do. */
@Linear
public final class ZephyrBlockingInterrupt implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /** For a device. */
    public ZephyrBlockingInterrupt(Interrupts interrupts) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
    }

    /** Wakes whoever adds chains. */
    @Override
    public boolean interrupt(@U32 long source) {
        events.signal(1);
        return true;
    }

    /** Ends it. */
    @Moves
    public void release() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
