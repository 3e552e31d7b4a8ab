// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A private method keeps what its caller was lent. */
@Linear
public final class AcrossCall {
    private Ticket ticket;

    /** With a ticket. */
    public AcrossCall(@Moves Ticket ticket) {
        this.ticket = ticket;
    }

    private void keep(Desk desk, Ticket fresh) {
        desk.turnIn(ticket);
        ticket = fresh;
    }

    /** Looks at a ticket. */
    public void show(Desk desk, Ticket fresh) {
        keep(desk, fresh); // expect VR403: 'fresh' is consumed here by one who only borrows it
    }

    /** Ends it. */
    @Moves
    public void release(Desk desk) {
        desk.turnIn(ticket);
    }
}
