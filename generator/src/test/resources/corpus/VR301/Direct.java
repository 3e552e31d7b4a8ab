// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A sum of two numbers that fill their type. */
public final class Direct {
    private Direct() {}

    /** The sum. */
    public static int sum(int a, int b) {
        return a + b; // expect VR301: may leave an int
    }
}
