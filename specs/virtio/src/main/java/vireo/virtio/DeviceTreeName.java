// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.Range;
import vireo.dsl.U64;

/**
 * The names in a device tree that matter for virtio devices, as {@link AsciiText#word} reads them: the first eight characters, and the
 * next eight where there are any.
 */
public final class DeviceTreeName {
    /** "#address": how many cells an address has on this bus. */
    public static final long ADDRESS_CELLS = 0x23616464_72657373L;

    /** "-cells". */
    public static final long ADDRESS_CELLS_REST = 0x2D63656C_6C730000L;

    /** "#size-ce": how many cells a size has on this bus. */
    public static final long SIZE_CELLS = 0x2373697A_652D6365L;

    /** "lls". */
    public static final long SIZE_CELLS_REST = 0x6C6C7300_00000000L;

    /** "compatib": what the device is, a list of strings. */
    public static final long COMPATIBLE = 0x636F6D70_61746962L;

    /** "le". */
    public static final long COMPATIBLE_REST = 0x6C650000_00000000L;

    /** "reg": where the device is. */
    public static final long REG = 0x72656700_00000000L;

    /** "interrup": how the device interrupts. */
    public static final long INTERRUPTS = 0x696E7465_72727570L;

    /** "ts". */
    public static final long INTERRUPTS_REST = 0x74730000_00000000L;

    /** "status": whether the device is there at all. */
    public static final long STATUS = 0x73746174_75730000L;

    /** "ranges": how this bus translates addresses. */
    public static final long RANGES = 0x72616E67_65730000L;

    /** "virtio,m". */
    private static final long VIRTIO_MMIO = 0x76697274_696F2C6DL;

    /** "mio". */
    private static final long VIRTIO_MMIO_REST = 0x6D696F00_00000000L;

    /** "okay". */
    private static final long OKAY = 0x6F6B6179_00000000L;

    /** "ok". */
    private static final long OK = 0x6F6B0000_00000000L;

    private DeviceTreeName() {}

    /** Whether one of the strings is {@code virtio,mmio}. */
    public static boolean listHasVirtioMmio(
            byte[] blob,
            @Range(max = DeviceTree.MAX_SIZE) int list,
            @Range(max = AsciiText.MAX_LENGTH) @AtMost("blob.length") int end) {
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
            byte[] blob, @Range(max = DeviceTree.MAX_SIZE) int status, @AtMost("blob.length") int end) {
        @U64 long word = AsciiText.word(blob, status, end);
        return word == OKAY || word == OK;
    }
}
