// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;
import vireo.dsl.Unitless;

/**
 * Where the parts of a flattened device tree lie in its blob. Devicetree Specification 0.4, 5. All numbers in a blob are big-endian
 * and aligned to 4 bytes.
 *
 * @param structure offset of the tokens that the tree is made of
 * @param structureEnd offset behind them
 * @param strings offset of the names of properties
 * @param stringsEnd offset behind them
 */
public record DeviceTree(
        @ByteOffset @Range(max = MAX_SIZE) int structure,
        @ByteOffset @Range(max = MAX_SIZE) int structureEnd,
        @ByteOffset @Range(max = MAX_SIZE) int strings,
        @ByteOffset @Range(max = MAX_SIZE) int stringsEnd) {
    /** Bytes of the largest blob that is believed to be one. */
    public static final @ByteOffset int MAX_SIZE = AsciiText.MAX_LENGTH / 2;

    /** Bytes of a number. */
    @SpecRow("devicetree-0.4#header/cell_bytes")
    public static final @Bytes int CELL = 4;

    /** Numbers in the longest address that there is. */
    public static final @Cells int MAX_CELLS = 4;

    @SpecRow("devicetree-0.4#header/header_bytes")
    private static final @ByteOffset int HEADER = 40;
    @SpecRow("devicetree-0.4#header/magic")
    private static final long MAGIC = 0xD00D_FEEDL;

    /** The version of the format that brought the sizes of both parts. Later ones say whether they are compatible with it. */
    @SpecRow("devicetree-0.4#header/format")
    private static final long VERSION = 17;

    /** Offsets in the header. */
    @SpecRow("devicetree-0.4#header/totalsize")
    private static final @ByteOffset int TOTAL_SIZE = 4;

    @SpecRow("devicetree-0.4#header/off_dt_struct")
    private static final @ByteOffset int STRUCTURE = 8;
    @SpecRow("devicetree-0.4#header/off_dt_strings")
    private static final @ByteOffset int STRINGS = 12;
    @SpecRow("devicetree-0.4#header/version")
    private static final @ByteOffset int FORMAT = 20;
    @SpecRow("devicetree-0.4#header/last_comp_version")
    private static final @ByteOffset int COMPATIBLE_FORMAT = 24;
    @SpecRow("devicetree-0.4#header/size_dt_strings")
    private static final @ByteOffset int STRINGS_SIZE = 32;
    @SpecRow("devicetree-0.4#header/size_dt_struct")
    private static final @ByteOffset int STRUCTURE_SIZE = 36;

    /**
     * Reads a blob's header.
     *
     * @param blob at least the whole device tree
     * @throws DriverException EBADMSG for a blob that is no device tree, or whose parts are not inside it; EOPNOTSUPP for another
     *     version of the format
     */
    public static DeviceTree open(byte @ByteOffset [] blob) throws DriverException {
        if (blob.length < HEADER || cell(blob, 0) != MAGIC) {
            Log.error("%d bytes are no device tree: the magic number 0xd00dfeed is missing", blob.length);
            throw new DriverException(Errno.EBADMSG);
        }
        if (cell(blob, FORMAT) < VERSION || cell(blob, COMPATIBLE_FORMAT) > VERSION) {
            Log.error("device tree of version %u, compatible with %u: version %u is supported",
                    cell(blob, FORMAT), cell(blob, COMPATIBLE_FORMAT), VERSION);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        @U32 long size = (@ByteOffset long) cell(blob, TOTAL_SIZE);
        if (size > blob.length || size > MAX_SIZE) {
            Log.error("device tree of %u bytes in a blob of %d", size, blob.length);
            throw new DriverException(Errno.EBADMSG);
        }
        @U32 long structure = (@ByteOffset long) cell(blob, STRUCTURE);
        long structureEnd = structure + (@Bytes long) cell(blob, STRUCTURE_SIZE);
        @U32 long strings = (@ByteOffset long) cell(blob, STRINGS);
        long stringsEnd = strings + (@Bytes long) cell(blob, STRINGS_SIZE);
        if (structureEnd > size || stringsEnd > size || structure % CELL != 0) {
            Log.error("device tree of %u bytes has parts up to 0x%x and 0x%x", size, structureEnd, stringsEnd);
            throw new DriverException(Errno.EBADMSG);
        }
        return new DeviceTree((int) structure, (int) structureEnd, (int) strings, (int) stringsEnd);
    }

    /**
     * A number of 32 bits.
     *
     * @throws DriverException EBADMSG where it leaves the blob
     */
    public static @U32 long cell(
            byte @ByteOffset [] blob, @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int at) throws DriverException {
        if (at > blob.length - CELL) {
            throw new DriverException(Errno.EBADMSG);
        }
        return Uint64.high32((@Unitless long) AsciiText.word(blob, at, blob.length));
    }

    /**
     * A number of one or two cells.
     *
     * @throws DriverException EOPNOTSUPP for other numbers of cells; EBADMSG where it leaves the blob
     */
    public static @U64 long number(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) int at,
            @Cells @Range(max = MAX_CELLS) int cells)
            throws DriverException {
        if (cells == 1) {
            return cell(blob, at);
        }
        if (cells != 2 || at > blob.length - 2 * CELL) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return (@Unitless long) AsciiText.word(blob, at, blob.length);
    }
}
