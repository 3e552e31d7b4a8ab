// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.ByteOffset;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint64;

/**
 * A number read from a text.
 *
 * @param value the number
 * @param end where the text goes on behind it
 */
public record ParsedNumber(@U64 long value, @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int end) {
    /** Makes a capital letter small. */
    private static final int SMALL = 'a' - 'A';

    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    /** No radix has a digit of this value. */
    private static final int NO_DIGIT = HEXADECIMAL;

    /**
     * Reads a number as C writes them: {@code 0x} and hexadecimal digits, 0 and octal digits, or decimal digits.
     *
     * @param from its first digit
     * @param end where the text ends
     * @throws DriverException EINVAL where there is no digit; EOVERFLOW for 2^64 and above
     */
    public static ParsedNumber read(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int from,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        if (AsciiText.character(text, from, end) != '0') {
            return digits(text, from, end, DECIMAL);
        }
        if ((AsciiText.character(text, from + 1, end) | SMALL) == 'x' && from + 2 < end) {
            return digits(text, from + 2, end, HEXADECIMAL);
        }
        return digits(text, from, end, OCTAL);
    }

    /**
     * Reads a number of bytes: a number as {@link #read} reads it, and perhaps a K, M or G that multiplies it by 2^10, 2^20 or 2^30.
     *
     * @throws DriverException EINVAL where there is no digit; EOVERFLOW for 2^64 and above
     */
    public static ParsedNumber readSize(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int from,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        ParsedNumber number = read(text, from, end);
        int suffix = AsciiText.character(text, number.end(), end) | SMALL;
        long unit = 1;
        if (suffix == 'k') {
            unit = 1L << 10;
        } else if (suffix == 'm') {
            unit = 1L << 20;
        } else if (suffix == 'g') {
            unit = 1L << 30;
        }
        if (unit == 1 || number.end() >= end) {
            return number;
        }
        return new ParsedNumber(Uint64.checkedMul(number.value(), unit), number.end() + 1);
    }

    /** Reads digits up to the first character that is none. */
    private static ParsedNumber digits(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int from,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end,
            @Range(min = OCTAL, max = HEXADECIMAL) int radix)
            throws DriverException {
        @U64 long value = 0;
        int at = from;
        while (at < end && digitOf(text[at] & 0xFF) < radix) {
            value = Uint64.checkedAdd(Uint64.checkedMul(value, radix), digitOf(text[at] & 0xFF));
            at++;
        }
        if (at == from) {
            throw new DriverException(Errno.EINVAL);
        }
        return new ParsedNumber(value, at);
    }

    private static @Range(max = NO_DIGIT) int digitOf(@U8 int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int letter = character | SMALL;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + DECIMAL : NO_DIGIT;
    }
}
