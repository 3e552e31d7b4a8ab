// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.ByteOffset;
import vireo.dsl.Deadline;
import vireo.dsl.Milliseconds;
import vireo.dsl.Range;
import vireo.dsl.Unitless;

/** Units that agree, and one that is changed where it says so. */
public final class Converted {
    private static final int SECTOR_SHIFT = 9;
    private static final @Bytes int HEADER = 16;
    private static final @Bytes int WHOLE = HEADER * 2 + 4;
    private static final @Milliseconds int PATIENCE = 5000;

    private @Bytes @Range(max = 100_000) int length;

    /** Nothing. */
    public Converted() {
        this.length = 0;
    }

    /** How many bytes they are: the one place that knows. */
    public static @Bytes @Range(max = 51_200) int bytesOf(@Sectors @Range(max = 100) int sectors) {
        return (@Bytes int) (sectors << SECTOR_SHIFT);
    }

    /** Adds, halves, rounds and counts. */
    public int take(@Sectors @Range(max = 100) int sectors, @ByteOffset @Range(max = 100) int start) {
        length = HEADER + bytesOf(sectors);
        length = length / 2 + length % 7 & ~7;
        length = sectors == 0 ? WHOLE : length + 1;
        @ByteOffset int end = start + length;
        int distance = end - start;
        length = distance;
        @Sectors int more = sectors;
        more += 1;
        return Deadline.afterMillis(PATIENCE).expired() ? length / HEADER : (@Unitless int) more;
    }
}
