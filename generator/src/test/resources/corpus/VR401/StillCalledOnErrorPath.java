// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** The second request fails after the first one went through. */
@Boxed
public final class StillCalledOnErrorPath implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /** Listens to two interrupts. */
    public StillCalledOnErrorPath(Interrupts interrupts, @U32 long first, @U32 long second) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
        try {
            interrupts.request(first, this, 1);
            interrupts.request(second, this, 2);
        } catch (DriverException e) {
            interrupts.destroyEvents(events); // expect VR401: while the kernel may call this object
            interrupts.release(this);
            throw e;
        }
    }

    @Override
    public boolean interrupt(@U32 long source) {
        events.signal(source == 1 ? 1 : 2);
        return true;
    }

    /** Ends it. */
    @Moves
    public void release() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
