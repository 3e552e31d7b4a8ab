// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A statement without its end. */
public final class MissingSemicolon {
    private MissingSemicolon() {}

    /** Twice a number. */
    public static long twice(int value) {
        long wide = value // expect VR100: ;
        return wide * 2;
    }
}
