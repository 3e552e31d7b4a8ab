// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.Range;

/** Arguments changed for one another, and a result that is taken for something else. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Enables a lane. */
    public static void enable(@Lane @Range(max = 7) int lane, @Bytes @Range(max = 4096) int size) {
        set(size, lane); // expect VR308: of AcrossCall.set is @
        int room = roomOf(lane);
        set(room, size); // expect VR308: 'room' is @Bytes, and the parameter 'lane'
        @Lane int next = roomOf(lane); // expect VR308: The result of roomOf is @Bytes, and 'next' is @Lane.
        set(next, size);
    }

    private static @Bytes @Range(max = 4096) int roomOf(@Lane int lane) {
        return lane == 0 ? 512 : 4096;
    }

    private static void set(@Lane int lane, @Bytes int size) {
        enableNothing(lane == 0 && size == 0);
    }

    private static void enableNothing(boolean all) {
        vireo.dsl.Log.info("%d", all ? 1 : 0);
    }
}
