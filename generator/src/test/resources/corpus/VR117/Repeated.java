// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Asked again. */
public final class Repeated {
    private Repeated() {}

    /** The second one was to be another. */
    public static int weight(Phase phase, boolean large) {
        if (phase == Phase.IDLE) {
            return 0;
        } else if (phase == Phase.BUSY) {
            return large ? 4 : 2;
        } else if (phase == Phase.IDLE) { // expect VR117: 'phase == Phase.IDLE' is asked again, and false here.
            return 1;
        }
        return phase == Phase.OVER ? 7 : 8;
    }

    /** One of the two always holds. */
    public static boolean isOdd(Phase phase) {
        return phase != Phase.IDLE || phase != Phase.OVER; // expect VR117: 'phase != Phase.OVER' is always true here.
    }

    /** Never both. */
    public static boolean isBoth(Phase phase) {
        return phase == Phase.IDLE && phase == Phase.BUSY; // expect VR117: 'phase == Phase.BUSY' is always false here.
    }

    /** The first says it. */
    public static boolean isIdle(Phase phase) {
        return phase == Phase.IDLE && phase != Phase.BUSY; // expect VR117: 'phase != Phase.BUSY' follows from what was asked before.
    }

    /** The same question. */
    public static boolean isSame(Phase phase, boolean second) {
        return phase == Phase.OVER || second || phase == Phase.OVER; // expect VR117: 'phase == Phase.OVER' is asked again in the same condition.
    }
}
