// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Two arrays of different lengths. */
public final class InLoop {
    private InLoop() {}

    /** Copies. */
    public static void copy(byte[] from, byte[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i]; // expect VR303: not known to be below
        }
    }
}
