// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Loops that leave elements out: by their bounds, by a continue, by a path around the loop, or by a step. */
public final class HalfFilled {
    private static final int COUNT = 4;

    private final Phase[] few = new Phase[COUNT]; // expect VR302: The constructor does not fill the array 'few' on every path.
    private final Phase[] skipped = new Phase[COUNT]; // expect VR302: The constructor does not fill the array 'skipped' on every path.
    private final Phase[] maybe = new Phase[COUNT]; // expect VR302: The constructor does not fill the array 'maybe' on every path.
    private final Phase[] even = new Phase[COUNT]; // expect VR302: The constructor does not fill the array 'even' on every path.
    private final Phase[] left = new Phase[COUNT]; // expect VR302: The constructor does not fill the array 'left' on every path.

    HalfFilled(boolean wide) {
        for (int i = 0; i < COUNT - 1; i++) {
            few[i] = Phase.IDLE;
        }
        for (int i = 0; i < COUNT; i++) {
            if (i == 2) {
                continue;
            }
            skipped[i] = Phase.IDLE;
        }
        if (wide) {
            for (int i = 0; i < COUNT; i++) {
                maybe[i] = Phase.IDLE;
            }
        }
        for (int i = 0; i < COUNT; i += 2) {
            even[i] = Phase.IDLE;
        }
        for (int i = 0; i < COUNT; i++) {
            if (wide) {
                break;
            }
            left[i] = Phase.IDLE;
        }
    }

    /** Whether all has ended. */
    public boolean over() {
        return few[3] == Phase.OVER && skipped[2] == Phase.OVER && maybe[0] == Phase.OVER && even[1] == Phase.OVER
                && left[0] == Phase.OVER;
    }
}
