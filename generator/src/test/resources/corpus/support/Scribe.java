// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Fills what it is given. */
public final class Scribe {
    private Scribe() {}

    /** Writes a letter to each byte. */
    public static void write(byte[] name) {
        for (int i = 0; i < name.length; i++) {
            name[i] = 97;
        }
    }
}
