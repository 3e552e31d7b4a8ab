// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Tickets are lost: one that nobody takes, one that is only looked at, one on one path. */
public final class LostTicket {
    private LostTicket() {}

    /** The result of a call that nobody keeps. */
    public static boolean draw(Desk desk) throws DriverException {
        Ticket ticket = desk.draw(); // expect VR402: 'ticket' is owned here, and not consumed on every path
        return ticket.number() > 7;
    }

    /** Taken over, and turned in on one path only. */
    public static void pass(Desk desk, @Moves Ticket ticket, boolean busy) { // expect VR402: 'ticket' is owned here, and not consumed
        if (!busy) {
            desk.turnIn(ticket);
        }
    }

    private static @U16 int refuse(Desk desk, Ticket ticket, boolean busy) throws DriverException {
        if (busy) {
            throw new DriverException(Errno.EBUSY);
        }
        desk.turnIn(ticket);
        return 1;
    }

    /** The private method turns it in where it does not fail; where it does, nobody has. */
    public static @U16 int through(Desk desk, boolean busy) throws DriverException {
        Ticket ticket = desk.draw(); // expect VR402: 'ticket' is owned here, and lost where a later step fails
        return refuse(desk, ticket, busy);
    }
}
