// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.Uint64;

/**
 * The kernel parameter that says where a virtio device in memory is, on machines that have no better way to tell:
 * {@code virtio_mmio.device=<size>[KMG]@<base>:<interrupt>[:<id>]}. The id is for the kernel's own use and means nothing here.
 */
public final class MmioParameter {
    /** The parameter's name. */
    private static final @Letters long NAME_1 = Text.word("virtio_m");

    private static final @Letters long NAME_2 = Text.word("mio.devi");
    private static final @Letters long NAME_3 = Text.word("ce=");
    private static final @Bytes int NAME_LENGTH = 19;

    private MmioParameter() {}

    /** Whether a word of the command line is such a parameter. */
    public static boolean isOne(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH - NAME_LENGTH) int from,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end) {
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
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH - NAME_LENGTH) int from,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        ParsedNumber size = ParsedNumber.readSize(text, from + NAME_LENGTH, end);
        ParsedNumber base = ParsedNumber.read(text, behind(text, '@', size.end(), end), end);
        ParsedNumber interrupt = ParsedNumber.read(text, behind(text, ':', base.end(), end), end);
        int last = interrupt.end();
        if (last < end) {
            ParsedNumber id = ParsedNumber.read(text, behind(text, ':', last, end), end);
            last = id.end();
        }
        if (last != end || interrupt.value() == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        if (Uint64.high32(interrupt.value()) != 0) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        @U32 long number = Uint64.low32(interrupt.value());
        return new MmioPlace(
                (@DeviceAddress long) base.value(), (@Bytes long) size.value(), (@InterruptNumber long) number);
    }

    /** The place behind a character that has to be there. */
    private static @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int behind(
            byte @ByteOffset [] text,
            @Range(max = 0x7F) int character,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int at,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("text.length") int end)
            throws DriverException {
        if (at >= end || AsciiText.character(text, at, end) != character) {
            throw new DriverException(Errno.EINVAL);
        }
        return at + 1;
    }
}
