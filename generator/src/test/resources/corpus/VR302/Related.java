// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Below;
import vireo.dsl.Moves;
import vireo.dsl.Range;

/** The bound is a value that nobody compared. */
public final class Related {
    private final @Range(min = 1, max = 256) int size;
    private @Below("size") int head;

    /** An empty one. */
    public Related(@Range(min = 1, max = 256) int size) {
        this.size = size;
        this.head = 0;
    }

    /** Moves on. */
    public void advance() {
        head = head + 1; // expect VR302: not known to be less than
    }
}
