// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** Tickets and crates: passed on, turned in, broken up, whatever happens. */
public final class Tickets {
    private Tickets() {}

    /** Drawn and turned in. */
    public static @U16 int number(Desk desk) throws DriverException {
        Ticket ticket = desk.draw();
        try {
            return Step.even(ticket.number());
        } finally {
            desk.turnIn(ticket);
        }
    }

    /** A fresh one for a used one. */
    public static Ticket exchange(Desk desk, @Moves Ticket ticket) throws DriverException {
        Ticket fresh = desk.draw();
        desk.turnIn(ticket);
        return fresh;
    }

    /** Whoever takes a ticket over and reads it has used it up. */
    public static boolean admit(@Moves Ticket ticket) {
        return ticket.number() < 100;
    }

    /** One that the taker gets, or none. */
    @Probe
    public static void send(Taker taker, boolean really, @U16 int size) throws DriverException {
        @Nullable Crate crate = null;
        if (really) {
            crate = new Crate(size);
        }
        taker.look();
        if (crate != null) {
            taker.take(crate);
        }
    }

    /** The last good ticket of a few. */
    public static Ticket best(Desk desk) throws DriverException {
        Ticket best = desk.draw();
        for (int i = 0; i < 3 && !desk.isGood(best); i++) {
            Ticket next;
            try {
                next = desk.draw();
            } catch (DriverException e) {
                desk.turnIn(best);
                throw e;
            }
            desk.turnIn(best);
            best = next;
        }
        return best;
    }
}
