// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Released before anything is given back, where it ends and where it cannot begin. */
@Boxed
public final class Listening implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;

    /** Listens to two interrupts. */
    public Listening(Interrupts interrupts, @U32 long first, @U32 long second) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
        try {
            interrupts.request(first, this, 1);
            listen(second);
        } catch (DriverException e) {
            interrupts.release(this);
            interrupts.destroyEvents(events);
            throw e;
        }
    }

    private void listen(@U32 long number) throws DriverException {
        interrupts.request(number, this, 2);
    }

    @Override
    public boolean interrupt(@U32 long source) {
        events.signal(source == 1 ? 1 : 2);
        return true;
    }

    /** Waits for either. */
    public boolean await(@U32 long milliseconds) {
        Deadline deadline = Deadline.afterMillis(milliseconds);
        return events.await(3, deadline) != 0;
    }

    /** Ends it. */
    @Moves
    public void release() {
        stop();
        interrupts.destroyEvents(events);
    }

    private void stop() {
        interrupts.release(this);
    }
}
