// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** What is shared goes through events; what is not shared is each one's own. */
@Linear
public final class ByEvents implements InterruptHandler {
    private final Interrupts interrupts;
    private final Events events;
    private @U32 long seen;
    private @U32 long asked;

    /** Nothing yet. */
    public ByEvents(Interrupts interrupts) throws DriverException {
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
        this.seen = 0;
        this.asked = 0;
    }

    /** Counts for itself, and notes it. */
    @Override
    public boolean interrupt(@U32 long source) {
        seen = Uint32.wrappingAdd(seen, 1);
        if (seen == 0) {
            Log.debug("many");
        }
        events.signal(1);
        return true;
    }

    /** Whether there is something. */
    public boolean hasNews() {
        asked = Uint32.wrappingAdd(asked, 1);
        return events.take(1) != 0;
    }

    /** How often somebody asked. */
    public @U32 long asked() {
        return asked;
    }

    /** Ends it. */
    @Moves
    public void release() {
        interrupts.release(this);
        interrupts.destroyEvents(events);
    }
}
