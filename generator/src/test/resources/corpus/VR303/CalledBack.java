// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** The kernel that {@code Listener} calls may call back before it returns. */
public final class CalledBack {
    private final int[] slots = new int[10];
    private @Range(max = 100) int head;

    /** Told by the kernel. */
    public void moveTo(@Range(max = 100) int place) {
        head = place;
    }

    /** What lies at the head. */
    public int peek(Listener listener) {
        if (head >= 10) {
            return 0;
        }
        listener.listen();
        return slots[head]; // expect VR303: The index 'head' in 0 .. 100 is not known to be below the length of 'slots', 10.
    }
}
