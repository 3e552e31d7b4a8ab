// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.AtMost;
import vireo.dsl.Below;
import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.Range;

/** Bounds of the right unit; the last position bounds distances too, and so many lanes have so many bytes. */
public final class Bounded {
    private static final @Lane int LANES = 4;
    private static final @Bytes int LANE_BYTES = 32;
    private static final @ByteOffset int LAST = 128;

    private final @Bytes @Range(max = LAST) int @Lane [] bytesOf = new int[LANES];

    /** Nothing anywhere. */
    public Bounded() {}

    /** Gives a lane bytes. */
    public void fill(@Lane @Range(max = LANES - 1) int lane, @Bytes @Range(max = LAST) int bytes) {
        bytesOf[lane] = bytes;
    }

    /** Bytes of a lane. */
    public @Bytes @Range(max = LAST) int bytes(@Lane @Range(max = LANES - 1) int lane) {
        return bytesOf[lane];
    }

    /** Where the lane begins. */
    public static @Bytes @Range(max = LAST) int start(
            @Lane @Range(min = 1, max = LANES) int lanes, @Lane @Below("lanes") int lane) {
        return lane * LANE_BYTES;
    }

    /** One character. */
    public static boolean isZero(byte @ByteOffset [] text, @ByteOffset @Range(max = LAST) int at, @AtMost("text.length") @ByteOffset int end) {
        return at < end && text[at] == 0;
    }
}
