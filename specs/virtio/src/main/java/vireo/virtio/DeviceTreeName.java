// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.ByteOffset;
import vireo.dsl.Range;
import vireo.dsl.SpecTable;
import vireo.dsl.Text;
import vireo.dsl.U64;

/**
 * The names in a device tree that matter for virtio devices, as {@link AsciiText#word} reads them: the first eight characters, and the
 * next eight where there are any.
 */
@SpecTable("devicetree-0.4#standard-property")
public final class DeviceTreeName {
    /** How many cells an address has on this bus: "#address-cells". */
    public static final @Letters long ADDRESS_CELLS = Text.word("#address");

    /** The rest of it. */
    public static final @Letters long ADDRESS_CELLS_REST = Text.word("-cells");

    /** How many cells a size has on this bus: "#size-cells". */
    public static final @Letters long SIZE_CELLS = Text.word("#size-ce");

    /** The rest of it. */
    public static final @Letters long SIZE_CELLS_REST = Text.word("lls");

    /** What the device is, a list of strings: "compatible". */
    public static final @Letters long COMPATIBLE = Text.word("compatib");

    /** The rest of it. */
    public static final @Letters long COMPATIBLE_REST = Text.word("le");

    /** Where the device is. */
    public static final @Letters long REG = Text.word("reg");

    /** How the device interrupts: "interrupts". */
    public static final @Letters long INTERRUPTS = Text.word("interrup");

    /** The rest of it. */
    public static final @Letters long INTERRUPTS_REST = Text.word("ts");

    /** Whether the device is there at all. */
    public static final @Letters long STATUS = Text.word("status");

    /** How this bus translates addresses. */
    public static final @Letters long RANGES = Text.word("ranges");

    /** The device is a virtio device in memory: "virtio,mmio". */
    private static final @Letters long VIRTIO_MMIO = Text.word("virtio,m");

    /** The rest of it. */
    private static final @Letters long VIRTIO_MMIO_REST = Text.word("mio");

    /** The device is there. */
    private static final @Letters long OKAY = Text.word("okay");

    /** The same, as old trees say it. */
    private static final @Letters long OK = Text.word("ok");

    private DeviceTreeName() {}

    /** Whether one of the strings is {@code virtio,mmio}. */
    public static boolean listHasVirtioMmio(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int list,
            @ByteOffset @Range(max = AsciiText.MAX_LENGTH) @AtMost("blob.length") int end) {
        int string = list;
        while (string < end) {
            int stringEnd = AsciiText.endOfString(blob, string, end);
            if (AsciiText.word(blob, string, stringEnd) == VIRTIO_MMIO
                    && AsciiText.word(blob, string + AsciiText.WORD, stringEnd) == VIRTIO_MMIO_REST) {
                return true;
            }
            if (stringEnd < string) {
                return false;
            }
            string = stringEnd + 1;
        }
        return false;
    }

    /** Whether a status says that the device is there. */
    public static boolean isOkay(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int status,
            @ByteOffset @AtMost("blob.length") int end) {
        @U64 long word = AsciiText.word(blob, status, end);
        return word == OKAY || word == OK;
    }
}
