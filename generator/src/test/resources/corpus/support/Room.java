// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Moves;

/** Hands chairs out, and takes them back. */
public final class Room {
    private final boolean[] taken = new boolean[8];

    /** A chair that is free. */
    public Chair sit() throws DriverException {
        for (int i = 0; i < 8; i++) {
            if (!taken[i]) {
                taken[i] = true;
                return new Chair(i);
            }
        }
        throw new DriverException(Errno.EBUSY);
    }

    /** Takes a chair back. */
    public void stand(@Moves Chair chair) {
        taken[chair.number()] = false;
    }
}
