// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Moves;

/** Two rooms, and the way into them. */
public final class House {
    private final Room upper;
    private final Room lower;

    /** With all chairs free. */
    public House() {
        this.upper = new Room();
        this.lower = new Room();
    }

    /** One of the rooms. */
    public Room upper() {
        return upper;
    }

    /** The other one. */
    public Room lower() {
        return lower;
    }

    /** A chair in the upper room. */
    public Chair sitUpstairs() throws DriverException {
        return upper.sit();
    }

    /** Gives a chair of the upper room back. */
    public void standUpstairs(@Moves Chair chair) {
        upper.stand(chair);
    }
}
