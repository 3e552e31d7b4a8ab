// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Log;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint32;

/**
 * Finds virtio devices in memory, where somebody says that there may be some: nothing announces itself there. VIRTIO 1.4, 4.2.1.
 *
 * <p>A device that fails is reported and left alone, and a place without a device is passed over; the others come up all the same.
 */
public final class VirtioMmio {
    /** The characters between the words of a command line: a space and whatever sorts before it. */
    private static final int SPACE = ' ';

    private static final int QUOTE = '"';

    /** Behind this a command line is no longer the kernel's. */
    private static final @Letters long END_OF_PARAMETERS = Text.word("--");

    /** More nodes than a device tree can have. */
    private static final int MAX_NODES = DeviceTree.MAX_SIZE / DeviceTree.CELL;

    /** Characters of a command line that are looked at: more than any kernel takes. */
    private static final @ByteOffset int MAX_LINE = 0x1_0000;

    private VirtioMmio() {}

    /**
     * Brings up the device at one place, if there is one.
     *
     * @param base physical address of its registers
     * @param size bytes of its registers and its configuration
     * @param interrupt the kernel's number of its interrupt; {@link MmioPlace#NO_INTERRUPT} for a device that is polled
     * @param kernel outlives the device
     * @param handler takes the device
     * @return how many devices work: 1 or 0
     */
    @Probe
    @Discardable
    public static @Range(max = 1) int probeDevice(
            @DeviceAddress @U64 long base,
            @Bytes @U64 long size,
            @InterruptNumber @Range(min = MmioPlace.NO_INTERRUPT, max = Uint32.MAX) long interrupt,
            KernelServices kernel,
            DeviceHandler handler) {
        return probe(new MmioPlace(base, size, interrupt), 0, kernel, handler);
    }

    /**
     * Brings up every device that a flattened device tree names: nodes that are compatible with {@code virtio,mmio} and not disabled.
     *
     * @param blob at least the whole device tree; where it is malformed, what was found before counts
     * @param kernel outlives the devices
     * @param handler takes the devices, in the order of the tree
     * @return how many devices work
     */
    @Probe
    @Discardable
    public static @U32 long probeDeviceTree(byte @ByteOffset [] blob, KernelServices kernel, DeviceHandler handler) {
        @U32 long found = 0;
        try {
            DeviceTreeWalk walk = new DeviceTreeWalk(blob);
            try {
                for (int devices = 0; devices < MAX_NODES && walk.findNext(blob); devices++) {
                    found = Uint32.wrappingAdd(found, probeNode(walk, blob, found, kernel, handler));
                }
            } finally {
                walk.release();
            }
        } catch (DriverException e) {
            Log.error("device tree: %s, no more virtio devices are looked for behind %u", e.errno(), found);
        }
        return found;
    }

    /**
     * Brings up every device that a kernel's command line names: {@code virtio_mmio.device=<size>[KMG]@<base>:<interrupt>[:<id>]}, as
     * often as there are devices.
     *
     * @param text ends at the array's end, or with a zero before
     * @param kernel outlives the devices
     * @param handler takes the devices, in the order of the line
     * @return how many devices work
     */
    @Probe
    @Discardable
    public static @U32 long probeCommandLine(byte @ByteOffset [] text, KernelServices kernel, DeviceHandler handler) {
        @U32 long found = 0;
        int end = lengthOf(text);
        int at = 0;
        while (at < end) {
            int wordEnd = endOfWord(text, at, end);
            if (wordEnd < at || AsciiText.word(text, at, wordEnd) == END_OF_PARAMETERS) {
                break;
            }
            if (MmioParameter.isOne(text, at, wordEnd)) {
                found = Uint32.wrappingAdd(found, probeParameter(text, at, wordEnd, found, kernel, handler));
            }
            at = wordEnd + 1;
        }
        return found;
    }

    /** Brings up the device of a node. Returns how many that makes. */
    @Probe
    private static @Range(max = 1) int probeNode(
            DeviceTreeWalk walk,
            byte @ByteOffset [] blob,
            @U32 long number,
            KernelServices kernel,
            DeviceHandler handler) {
        try {
            return probe(walk.place(blob), number, kernel, handler);
        } catch (DriverException e) {
            Log.error("virtio device in the device tree: %s, skipped", e.errno());
            return 0;
        }
    }

    /** Brings up the device of a parameter. Returns how many that makes. */
    @Probe
    private static @Range(max = 1) int probeParameter(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LINE) int from,
            @ByteOffset @Range(max = MAX_LINE) @AtMost("text.length") int end,
            @U32 long number,
            KernelServices kernel,
            DeviceHandler handler) {
        try {
            return probe(MmioParameter.read(text, from, end), number, kernel, handler);
        } catch (DriverException e) {
            Log.error("virtio_mmio.device at character %d: %s, skipped; write <size>[KMG]@<base>:<interrupt>[:<id>]",
                    from, e.errno());
            return 0;
        }
    }

    private static @ByteOffset @Range(max = MAX_LINE) @AtMost("text.length") int lengthOf(byte @ByteOffset [] text) {
        if (text.length > MAX_LINE) {
            return AsciiText.endOfString(text, 0, MAX_LINE);
        }
        return AsciiText.endOfString(text, 0, text.length);
    }

    /** Where a word of a command line ends; a part in quotes has no end. */
    private static @ByteOffset @AtMost("end") int endOfWord(
            byte @ByteOffset [] text,
            @ByteOffset @Range(max = MAX_LINE) int from,
            @ByteOffset @AtMost("text.length") int end) {
        boolean quoted = false;
        for (int at = from; at < end; at++) {
            int character = text[at] & 0xFF;
            if (character == QUOTE) {
                quoted = !quoted;
            } else if (character <= SPACE && !quoted) {
                return at;
            }
        }
        return end;
    }

    /**
     * Brings up the device at a place, if there is one. Returns how many that makes.
     *
     * @param number how many devices were found before this one
     */
    @Conforms("drv.mmio.regs.12")
    @Conforms("drv.mmio.regs.13")
    @Conforms("drv.mmio.init.3")
    @Probe
    private static @Range(max = 1) int probe(
            MmioPlace place, @U32 long number, KernelServices kernel, DeviceHandler handler) {
        Text where = Text.format("0x%08x", place.base());
        try {
            MmioDeviceKind kind = MmioDeviceKind.identify(place, kernel.mapper());
            if (!DeviceBringUp.isSupported(kind.deviceType())) {
                return 0;
            }
            Text name = DeviceBringUp.nameOf(kind.deviceType(), number, where);
            return DeviceBringUp.attach(
                    open(kind, place, kernel.mapper()), kind.deviceType(), name, servicesFor(place, kernel), handler);
        } catch (DriverException e) {
            Log.error("virtio device at %s: %s, skipped", where, e.errno());
            return 0;
        }
    }

    @Probe
    private static Transport open(MmioDeviceKind kind, MmioPlace place, PhysMapper mapper) throws DriverException {
        if (kind.legacy()) {
            return new VirtioLegacyMmioTransport(place, mapper);
        }
        return new VirtioMmioTransport(place, mapper);
    }

    /** A device whose interrupt nobody knows is polled, whatever the kernel can deliver. */
    private static KernelServices servicesFor(MmioPlace place, KernelServices kernel) {
        return place.hasInterrupt() ? kernel : new KernelServices(kernel.mapper(), kernel.memory(), null);
    }
}
