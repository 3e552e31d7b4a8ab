// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Gives flags back that an interrupt may still raise: the release comes too late. */
@Boxed
public final class StillCalled implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /** Listens to an interrupt. */
    public StillCalled(Interrupts interrupts, @U32 long number) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
        try {
            interrupts.request(number, this, 1);
        } catch (DriverException e) {
            interrupts.destroyEvents(events);
            throw e;
        }
    }

    @Override
    public boolean interrupt(@U32 long source) {
        events.signal(1);
        return true;
    }

    /** Gives the flags back first. */
    @Moves
    public void release() {
        drop();
        interrupts.release(this);
    }

    private void drop() {
        interrupts.destroyEvents(events); // expect VR401: 'events' is given back while the kernel may call this object
    }
}
