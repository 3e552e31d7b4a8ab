// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.Milliseconds;
import vireo.dsl.Range;
import vireo.dsl.Unitless;

/** Assignments, operations and comparisons of numbers that count different things. */
public final class Direct {
    private static final @Bytes int HEADER = 16;
    private static final @Milliseconds int PATIENCE = 5000;
    private static final int RETRIES = 3;
    private static final @Bytes int TWICE = HEADER + PATIENCE; // expect VR308: 'HEADER' is @Bytes, and 'PATIENCE' is @Milliseconds.

    private @Bytes @Range(max = 2_000_000) int length;
    private @Range(max = 2_000_000) int count;

    /** Nothing. */
    public Direct() {
        this.length = 0;
        this.count = 0;
    }

    /** Mixes. */
    public void mix(@Sectors @Range(max = 1000) int sectors, @Range(max = 1000) int number) {
        length = sectors; // expect VR308: 'sectors' is @Sectors, and the field 'length' is @Bytes.
        length = number; // expect VR308: 'number' is a number without a unit, and the field 'length' is @Bytes.
        count = length; // expect VR308: 'length' is @Bytes, and the field 'count' is a number without a unit.
        length = HEADER + sectors; // expect VR308: 'HEADER' is @Bytes, and 'sectors' is @Sectors.
        if (length < sectors) { // expect VR308: 'length' is @Bytes, and 'sectors' is @Sectors.
            count = 1;
        }
        length = RETRIES; // expect VR308: 'RETRIES' is a number without a unit
        length = count == 0 ? HEADER : PATIENCE; // expect VR308: 'HEADER' is @Bytes, and 'PATIENCE' is @Milliseconds.
    }

    /** Converts for nothing, takes off and does not put on, multiplies what has no product. */
    public @Bytes int convert(@Sectors @Range(max = 1000) int sectors, @Bytes @Range(max = 1000) int bytes) {
        length = (@Bytes int) bytes; // expect VR308: 'bytes' is @Bytes already.
        length = (@Unitless int) sectors; // expect VR308: is a number without a unit
        count = sectors * bytes; // expect VR308: no unit comes of it
        return sectors << 9; // expect VR308: is @Sectors, and the result of convert is @Bytes.
    }
}
