// SPDX-License-Identifier: MIT OR GPL-2.0-only
package boxed;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Wakes whoever waits when the line is raised. Two interfaces: the driver's own, and the kernel's for interrupts. */
@Boxed
public final class Alarm implements Part, InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /**
     * Listens to an interrupt.
     *
     * @throws DriverException EINVAL, EBUSY where there is no such interrupt, or it is somebody else's; ENOMEM
     */
    public Alarm(Interrupts interrupts, @U32 long number) throws DriverException {
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

    @Override
    public @U32 long count() {
        return events.take(1) != 0 ? 1 : 0;
    }

    @Moves
    @Override
    public void close() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }

    @Moves
    @Override
    public @U32 long closeAndCount() {
        interrupts.release(this);
        @U32 long last = count();
        interrupts.destroyEvents(events);
        return last;
    }

    @Moves
    @Override
    public void closeUnless(boolean busy) throws DriverException {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
