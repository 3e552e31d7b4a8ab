// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** Places in a text, and distances between them. */
public final class Positions {
    private Positions() {}

    /** Reads one. */
    public static @U8 int at(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = 100) int start,
            @ByteOffset @Range(max = 100) int end,
            @Bytes @Range(max = 100) int length) {
        @ByteOffset int middle = start + end; // expect VR308: positions are not added up
        @Bytes int size = end; // expect VR308: 'end' is @ByteOffset, and 'size' is @Bytes.
        if (end - start > end) { // expect VR308: 'end - start' is @Bytes, and 'end' is @ByteOffset.
            return 1;
        }
        if (length < text.length) { // expect VR308: 'length' is @Bytes, and 'text.length' is @ByteOffset.
            return 2;
        }
        return start < text.length && middle > size + end ? text[start] & 0xff : 0;
    }
}
