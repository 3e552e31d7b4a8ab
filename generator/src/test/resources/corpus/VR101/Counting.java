// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** State that all devices would share. */
public final class Counting {
    private static int count; // expect VR101: Static mutable state

    private Counting() {}

    /** One more. */
    public static void more() {
        count = 1;
    }
}
