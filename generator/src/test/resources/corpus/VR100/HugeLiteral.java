// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A number that no int holds. */
public final class HugeLiteral {
    private HugeLiteral() {}

    /** Too many. */
    public static long many() {
        return 99999999999; // expect VR100: 99999999999
    }
}
