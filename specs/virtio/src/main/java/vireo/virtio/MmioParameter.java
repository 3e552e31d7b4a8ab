// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint64;

/**
 * The kernel parameter that says where a virtio device in memory is, on machines that have no better way to tell:
 * {@code virtio_mmio.device=<size>[KMG]@<base>:<interrupt>[:<id>]}. The id is for the kernel's own use and means nothing here.
 */
public final class MmioParameter {
    /** "virtio_m", "mio.devi" and "ce=", as {@link AsciiText#word} reads them. */
    private static final long NAME_1 = 0x76697274_696F5F6DL;

    private static final long NAME_2 = 0x6D696F2E_64657669L;
    private static final long NAME_3 = 0x63653D00_00000000L;
    private static final int NAME_LENGTH = 19;

    private static final int AT = 0x40;
    private static final int COLON = 0x3A;

    private MmioParameter() {}

    /** Whether a word of the command line is such a parameter. */
    public static boolean isOne(
            byte[] text,
            @Range(max = AsciiText.MAX_LENGTH - NAME_LENGTH) int from,
            @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end) {
        int valueAt = from + NAME_LENGTH;
        return valueAt <= end
                && AsciiText.word(text, from, valueAt) == NAME_1
                && AsciiText.word(text, from + AsciiText.WORD, valueAt) == NAME_2
                && AsciiText.word(text, from + 2 * AsciiText.WORD, valueAt) == NAME_3;
    }

    /**
     * Reads the parameter's value.
     *
     * @param from where the parameter starts
     * @param end where it ends
     * @throws DriverException EINVAL where it has another form or interrupt 0; EOVERFLOW for a number that is too large
     */
    public static MmioPlace read(
            byte[] text,
            @Range(max = AsciiText.MAX_LENGTH - NAME_LENGTH) int from,
            @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        ParsedNumber size = ParsedNumber.readSize(text, from + NAME_LENGTH, end);
        ParsedNumber base = ParsedNumber.read(text, behind(text, AT, size.end(), end), end);
        ParsedNumber interrupt = ParsedNumber.read(text, behind(text, COLON, base.end(), end), end);
        int last = interrupt.end();
        if (last < end) {
            ParsedNumber id = ParsedNumber.read(text, behind(text, COLON, last, end), end);
            last = id.end();
        }
        if (last != end || interrupt.value() == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        if (Uint64.high32(interrupt.value()) != 0) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        @U32 long number = Uint64.low32(interrupt.value());
        return new MmioPlace(base.value(), size.value(), number);
    }

    /** The place behind a character that has to be there. */
    private static @Range(max = AsciiText.MAX_LENGTH) int behind(
            byte[] text,
            @Range(max = 0x7F) int character,
            @Range(max = AsciiText.MAX_LENGTH) int at,
            @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        if (at >= end || AsciiText.character(text, at, end) != character) {
            throw new DriverException(Errno.EINVAL);
        }
        return at + 1;
    }
}
