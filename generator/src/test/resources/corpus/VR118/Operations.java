// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U8;

/** Everything that goes in is lost. */
public final class Operations {
    private static final int MEMORY = 2;
    private static final int MASTER = 4;

    private Operations() {}

    /** The other way. */
    public static int high(@U8 int byteOfIt) {
        return byteOfIt >> 8; // expect VR118: 'byteOfIt >> 8' is always 0.
    }

    /** Or was meant. */
    public static int both() {
        return MEMORY & MASTER; // expect VR118: 'MEMORY & MASTER' is always 0
    }

    /** No bit in common. */
    public static int joined(@U8 int low, @U8 int high) {
        return low & high << 8; // expect VR118: 'low & high << 8' is always 0.
    }

    /** Times nothing. */
    public static int scaled(@U16 int count) {
        int scale = 0;
        return count * scale; // expect VR118: 'count * scale' is always 0.
    }

    /** Nothing remains. */
    public static int rest(@U16 int count) {
        return count % 1; // expect VR118: 'count % 1' is always 0.
    }
}
