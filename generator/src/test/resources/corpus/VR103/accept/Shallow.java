// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** One large value at a time. */
public final class Shallow {
    private Shallow() {}

    /** One page. */
    public static @U64 long first(@U64 long seed) {
        Page a = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        return second(a.a());
    }

    private static @U64 long second(@U64 long seed) {
        Page a = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        return a.b();
    }
}
