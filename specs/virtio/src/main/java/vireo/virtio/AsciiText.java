// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint64;

/** Characters in private memory. They are compared as numbers, eight characters at a time, the first in the highest byte. */
public final class AsciiText {
    /** Characters in a number. */
    public static final @Bytes int WORD = 8;

    /** Characters of the longest text. */
    public static final @ByteOffset int MAX_LENGTH = 0x100_0000;

    private AsciiText() {}

    /**
     * Eight characters; behind the end of the text there are zeros.
     *
     * @param from the first of them
     * @param end where the text ends
     */
    public static @Letters @U64 long word(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LENGTH + WORD) int from,
            @ByteOffset @AtMost("text.length") int end) {
        return (@Letters long) Uint64.fromHalves(half(text, from, end), half(text, from + 4, end));
    }

    /**
     * Where a string ends that a zero may end before the text does.
     *
     * @param from its first character
     * @param end where the text ends
     */
    public static @ByteOffset @AtMost("end") int endOfString(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LENGTH) int from,
            @ByteOffset @AtMost("text.length") int end) {
        for (int at = from; at < end; at++) {
            if (text[at] == 0) {
                return at;
            }
        }
        return end;
    }

    /** One character; 0 behind the end of the text. */
    public static @U8 int character(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LENGTH + 2 * WORD) int at,
            @ByteOffset @AtMost("text.length") int end) {
        return at < end ? text[at] & 0xFF : 0;
    }

    private static @U32 long half(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LENGTH + WORD + 4) int from,
            @ByteOffset @AtMost("text.length") int end) {
        return (long) character(text, from, end) << 24
                | character(text, from + 1, end) << 16
                | character(text, from + 2, end) << 8
                | character(text, from + 3, end);
    }
}
