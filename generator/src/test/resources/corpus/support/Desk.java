// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Moves;

/** Where tickets come from and go to; the kernel has it. */
public interface Desk {
    /** A ticket of the caller's own. */
    Ticket draw() throws DriverException;

    /** Takes a ticket back. */
    void turnIn(@Moves Ticket ticket);

    /** Looks at a ticket. */
    boolean isGood(Ticket ticket);
}
