// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Once on each path, by the owner, when nothing can fail any more. */
@Linear
public final class Once {
    private final DmaAllocator allocator;
    private final DmaMemory memory;
    private Ticket ticket;

    /** Takes both over. */
    public Once(DmaAllocator allocator, @Moves DmaMemory memory, @Moves Ticket ticket) {
        this.allocator = allocator;
        this.memory = memory;
        this.ticket = ticket;
    }

    /** Another ticket for the old one, which goes first. */
    public void renew(Desk desk, @Moves Ticket fresh) {
        desk.turnIn(ticket);
        ticket = fresh;
    }

    private void giveBack(Desk desk) {
        desk.turnIn(ticket);
        allocator.free(memory);
    }

    /** Ends it where the number is even; otherwise it goes on living. */
    @Moves
    public @U16 int endFor(Desk desk, @U16 int number) throws DriverException {
        @U16 int even = Step.even(number);
        giveBack(desk);
        return even;
    }

    /** Ends it, whatever the number is. */
    @Moves
    public void end(Desk desk, @U16 int number) {
        try {
            Log.info("%u", Step.even(number));
        } catch (DriverException e) {
            giveBack(desk);
            return;
        }
        giveBack(desk);
    }
}
