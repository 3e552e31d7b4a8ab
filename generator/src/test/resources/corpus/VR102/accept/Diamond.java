// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Two ways to one method are no cycle. */
public final class Diamond {
    private Diamond() {}

    /** Takes either way. */
    public static @U16 int either(boolean left, @U16 int x) {
        return left ? first(x) : second(x);
    }

    private static @U16 int first(@U16 int x) {
        return Step.halved(x);
    }

    private static @U16 int second(@U16 int x) {
        return Step.halved(x / 2);
    }
}
