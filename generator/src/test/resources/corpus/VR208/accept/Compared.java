// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Raw values of one order compare for equality. */
public final class Compared {
    private Compared() {}

    /** Whether both have the same tag. */
    public static boolean same(Slot a, Slot b) {
        return a.tag().raw() == b.tag().raw();
    }
}
