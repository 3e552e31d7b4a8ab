// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A character that is one byte here and two there. */
public final class Accented {
    private Accented() {}

    public static boolean isAccented(int character) {
        return character == 'é'; // expect VR101: Characters other than the printable ones of ASCII
    }
}
