// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.Boxed;
import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U64;

/**
 * A walk through a flattened device tree, from one virtio device in memory to the next. Devicetree Specification 0.4, 2.3 and 5.4;
 * the devices' nodes are described in VIRTIO 1.4, 4.2.1.
 *
 * <p>The blob is not believed: every offset in it is checked, and what is too deep or makes no sense ends the walk. It is given to
 * each step anew and must not change in between.
 */
@Linear
@Boxed
public final class DeviceTreeWalk {
    /** How deep nodes may lie in each other. */
    public static final @Depth int MAX_DEPTH = 16;

    /** Tokens of the structure. */
    @SpecRow("devicetree-0.4#token/fdt_begin_node")
    private static final @Token long BEGIN_NODE = 1;

    @SpecRow("devicetree-0.4#token/fdt_end_node")
    private static final @Token long END_NODE = 2;
    @SpecRow("devicetree-0.4#token/fdt_prop")
    private static final @Token long PROPERTY = 3;
    @SpecRow("devicetree-0.4#token/fdt_nop")
    private static final @Token long NOP = 4;
    @SpecRow("devicetree-0.4#token/fdt_end")
    private static final @Token long END = 9;

    /** What holds where a node does not say otherwise. */
    @SpecRow("devicetree-0.4#standard-property/default_address_cells")
    private static final @Cells int DEFAULT_ADDRESS_CELLS = 2;

    @SpecRow("devicetree-0.4#standard-property/default_size_cells")
    private static final @Cells int DEFAULT_SIZE_CELLS = 1;

    private final DeviceTree tree;

    /** Of each node that the walk is inside of, what it says of the nodes in it; in front, of the root node. */
    private final @Cells @Range(max = DeviceTree.MAX_CELLS) int @Depth [] addressCells = new int[MAX_DEPTH + 1];

    private final @Cells @Range(max = DeviceTree.MAX_CELLS) int @Depth [] sizeCells = new int[MAX_DEPTH + 1];
    private final boolean @Depth [] translates = new boolean[MAX_DEPTH + 1];
    private final boolean @Depth [] disabled = new boolean[MAX_DEPTH + 1];
    private @Depth @Range(max = MAX_DEPTH) int depth;
    private @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int at;

    /** Of the node whose properties the walk is reading. */
    private boolean readsProperties;

    private boolean isVirtio;
    private @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int reg;
    private @Bytes @Range(max = DeviceTree.MAX_SIZE) int regBytes;
    private @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int interrupts;
    private @Bytes @Range(max = DeviceTree.MAX_SIZE) int interruptsBytes;

    /**
     * A walk that has not begun.
     *
     * @throws DriverException as {@link DeviceTree#open}
     */
    public DeviceTreeWalk(byte @ByteOffset [] blob) throws DriverException {
        this.tree = DeviceTree.open(blob);
        this.at = tree.structure();
        this.depth = 0;
        this.readsProperties = false;
        this.isVirtio = false;
        this.reg = 0;
        this.regBytes = 0;
        this.interrupts = 0;
        this.interruptsBytes = 0;
    }

    /** Ends the walk. */
    @Moves
    public void release() {
        // There is nothing but the object's own memory.
    }

    /**
     * Goes on to the next virtio device that is not disabled.
     *
     * @return whether there is one, so that {@link #place} can be asked for
     * @throws DriverException EBADMSG where the tree is malformed, EOPNOTSUPP where it is too deep; the walk is over then
     */
    public boolean findNext(byte @ByteOffset [] blob) throws DriverException {
        try {
            // At most one token a number.
            for (int tokens = 0; tokens <= DeviceTree.MAX_SIZE / DeviceTree.CELL; tokens++) {
                @U32 long token = (@Token long) DeviceTree.cell(blob, at);
                if (readsProperties && (token == BEGIN_NODE || token == END_NODE)) {
                    readsProperties = false;
                    if (isVirtio && !disabled[depth]) {
                        return true;
                    }
                }
                advance(DeviceTree.CELL);
                if (token == END && depth == 0) {
                    return false;
                }
                step(blob, token);
            }
            throw new DriverException(Errno.EBADMSG);
        } catch (DriverException e) {
            Log.error("device tree is broken at offset 0x%x", at);
            throw e;
        }
    }

    /**
     * Where the device is that the walk has come to.
     *
     * @throws DriverException EOPNOTSUPP for addresses that a bus translates or that have more than 64 bits; EBADMSG for a node
     *     that does not say where it is
     */
    public MmioPlace place(byte @ByteOffset [] blob) throws DriverException {
        if (depth == 0 || translates[depth - 1]) {
            Log.error("a virtio device is on a bus that translates addresses, which is not supported");
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        int addresses = addressCells[depth - 1];
        int sizes = sizeCells[depth - 1];
        if (regBytes < (addresses + sizes) * DeviceTree.CELL) {
            Log.error("a virtio device has a reg of %d bytes; its bus needs %d cells and %d", regBytes, addresses, sizes);
            throw new DriverException(Errno.EBADMSG);
        }
        @U64 long base = (@DeviceAddress long) DeviceTree.number(blob, reg, addresses);
        @U64 long size = (@Bytes long) DeviceTree.number(blob, reg + addresses * DeviceTree.CELL, sizes);
        return new MmioPlace(base, size, DeviceTreeInterrupt.numberOf(blob, interrupts, interruptsBytes));
    }

    /** Takes one token and what belongs to it. */
    private void step(byte @ByteOffset [] blob, @Token @U32 long token) throws DriverException {
        if (token == BEGIN_NODE) {
            enter(blob);
        } else if (token == END_NODE && depth > 0) {
            depth--;
        } else if (token == PROPERTY && readsProperties) {
            takeProperty(blob);
        } else if (token != NOP) {
            throw new DriverException(Errno.EBADMSG);
        }
    }

    private void enter(byte @ByteOffset [] blob) throws DriverException {
        if (depth >= MAX_DEPTH) {
            Log.error("device tree has nodes in more than %d others", MAX_DEPTH);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        int nameEnd = AsciiText.endOfString(blob, at, blob.length);
        advance((long) nameEnd + 1 - at);
        translates[depth + 1] = translates[depth];
        disabled[depth + 1] = disabled[depth];
        depth++;
        addressCells[depth] = DEFAULT_ADDRESS_CELLS;
        sizeCells[depth] = DEFAULT_SIZE_CELLS;
        readsProperties = true;
        isVirtio = false;
        regBytes = 0;
        interruptsBytes = 0;
    }

    private void takeProperty(byte @ByteOffset [] blob) throws DriverException {
        @U32 long bytes = (@Bytes long) DeviceTree.cell(blob, at);
        advance(DeviceTree.CELL);
        @U32 long nameOffset = (@Bytes long) DeviceTree.cell(blob, at);
        advance(DeviceTree.CELL);
        int value = at;
        advance(bytes);
        long name = tree.strings() + nameOffset;
        if (name >= tree.stringsEnd() || bytes > DeviceTree.MAX_SIZE - value) {
            throw new DriverException(Errno.EBADMSG);
        }
        int nameEnd = AsciiText.endOfString(blob, (int) name, blob.length);
        note(blob,
                AsciiText.word(blob, (int) name, nameEnd),
                AsciiText.word(blob, (int) name + AsciiText.WORD, nameEnd),
                value, (int) bytes);
    }

    /** Notes a property that matters. Its name is in two numbers: none of those that matter has more than 16 characters. */
    private void note(
            byte @ByteOffset [] blob,
            @Letters @U64 long name,
            @Letters @U64 long restOfName,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int value,
            @Bytes @Range(max = DeviceTree.MAX_SIZE) int bytes)
            throws DriverException {
        if (name == DeviceTreeName.ADDRESS_CELLS && restOfName == DeviceTreeName.ADDRESS_CELLS_REST) {
            addressCells[depth] = cells(blob, value, bytes);
        } else if (name == DeviceTreeName.SIZE_CELLS && restOfName == DeviceTreeName.SIZE_CELLS_REST) {
            sizeCells[depth] = cells(blob, value, bytes);
        } else if (name == DeviceTreeName.COMPATIBLE && restOfName == DeviceTreeName.COMPATIBLE_REST) {
            isVirtio = DeviceTreeName.listHasVirtioMmio(blob, value, endOf(blob, value, bytes));
        } else if (name == DeviceTreeName.REG && restOfName == 0) {
            reg = value;
            regBytes = bytes;
        } else if (name == DeviceTreeName.INTERRUPTS && restOfName == DeviceTreeName.INTERRUPTS_REST) {
            interrupts = value;
            interruptsBytes = bytes;
        } else if (name == DeviceTreeName.STATUS && restOfName == 0) {
            disabled[depth] = disabled[depth] || !DeviceTreeName.isOkay(blob, value, endOf(blob, value, bytes));
        } else if (name == DeviceTreeName.RANGES && restOfName == 0) {
            // Without contents, addresses mean the same on both sides of the bus.
            translates[depth] = translates[depth] || bytes != 0;
        }
    }

    /** How many cells an address or a size has. */
    private static @Cells @Range(max = DeviceTree.MAX_CELLS) int cells(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int value,
            @Bytes @Range(max = DeviceTree.MAX_SIZE) int bytes)
            throws DriverException {
        @U32 long cells = (@Cells long) DeviceTree.cell(blob, value);
        if (bytes != DeviceTree.CELL || cells > DeviceTree.MAX_CELLS) {
            throw new DriverException(Errno.EBADMSG);
        }
        return (int) cells;
    }

    private static @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("blob.length") int endOf(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int value,
            @Bytes @Range(max = DeviceTree.MAX_SIZE) int bytes)
            throws DriverException {
        int end = value + bytes;
        if (end > blob.length) {
            throw new DriverException(Errno.EBADMSG);
        }
        return end;
    }

    /** Goes on behind so many bytes, and those that align the next token. */
    private void advance(@Bytes long bytes) throws DriverException {
        if (bytes < 0 || bytes > (@Bytes int) DeviceTree.MAX_SIZE) {
            throw new DriverException(Errno.EBADMSG);
        }
        long next = (@ByteOffset long) ((at + bytes + DeviceTree.CELL - 1) / DeviceTree.CELL * DeviceTree.CELL);
        if (next > tree.structureEnd()) {
            throw new DriverException(Errno.EBADMSG);
        }
        at = (int) next;
    }
}
