// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A case that falls into the next one. */
public final class Falling {
    private Falling() {}

    /** The cost of a command. */
    public static int cost(int command) {
        int cost = 0;
        switch (command) {
            case 1: // expect VR101: fall through
                cost = 5;
            default:
                cost = 7;
        }
        return cost;
    }
}
