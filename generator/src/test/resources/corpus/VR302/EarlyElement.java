// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Reads an element before the loop that fills the array, itself and by a method. */
public final class EarlyElement {
    private final Phase[] phases = new Phase[4];
    private final boolean first;
    private final boolean second;

    EarlyElement() {
        this.first = phases[0] == Phase.IDLE; // expect VR302: The array 'phases' is read before the constructor has filled it.
        this.second = idle(); // expect VR302: This call may read the field 'phases' before the constructor has stored it.
        for (int i = 0; i < 4; i++) {
            phases[i] = Phase.IDLE;
        }
    }

    /** Whether both were idle. */
    public boolean both() {
        return first && second;
    }

    private boolean idle() {
        return phases[1] == Phase.IDLE;
    }
}
