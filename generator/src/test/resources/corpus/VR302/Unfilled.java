// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** States that nobody stores before they are read: null in Java, the first constant in C. */
public final class Unfilled {
    private final Phase[] phases = new Phase[4]; // expect VR302: The constructor does not fill the array 'phases' on every path.

    Unfilled() {}

    /** Starts one. */
    public void start() {
        phases[0] = Phase.BUSY;
    }

    /** Whether nothing has begun. */
    public boolean idle() {
        return phases[1] == Phase.IDLE;
    }
}
