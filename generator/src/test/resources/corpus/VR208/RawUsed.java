// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Bytes in the device's order used as a number. */
public final class RawUsed {
    private RawUsed() {}

    /** Whether the tag is small. */
    public static boolean small(Slot slot) {
        return slot.tag().raw() < 16; // expect VR208: still in big-endian order
    }
}
