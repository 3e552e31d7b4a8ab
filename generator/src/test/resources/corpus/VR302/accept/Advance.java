// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Below;
import vireo.dsl.Moves;
import vireo.dsl.Range;

/** A head that goes round. */
public final class Advance {
    private final @Range(min = 1, max = 256) int size;
    private @Below("size") int head;

    /** An empty one. */
    public Advance(@Range(min = 1, max = 256) int size) {
        this.size = size;
        this.head = 0;
    }

    /** Moves on. */
    public void advance() {
        int next = head + 1;
        head = next == size ? 0 : next;
    }
}
