// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.Moves;

/** Passes a record on whose memory has been taken out of it. */
public final class PartMoved {
    private PartMoved() {}

    private static boolean isLarge(Area area) {
        return area.memory().size() > 4096;
    }

    /** Frees, and looks again. */
    public static boolean end(DmaAllocator allocator, @Moves Area area) {
        allocator.free(area.memory());
        return isLarge(area); // expect VR401: 'area.memory' is used after it was moved away
    }
}
