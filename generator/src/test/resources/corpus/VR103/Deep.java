// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** Large values on the stack of each method of a chain. */
public final class Deep {
    private Deep() {}

    /** The first of three. */
    public static @U64 long first(@U64 long seed) { // expect VR103: bytes of stack
        Page a = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page b = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page c = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page d = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page e = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page f = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        return second(a.a()) ^ second(b.b()) ^ second(c.c()) ^ second(d.d()) ^ second(e.e()) ^ second(f.f());
    }

    private static @U64 long second(@U64 long seed) {
        Page a = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page b = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page c = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page d = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page e = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page f = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page g = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page h = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        Page i = new Page(seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
        return a.a() ^ b.b() ^ c.c() ^ d.d() ^ e.e() ^ f.f() ^ g.g() ^ h.h() ^ i.i();
    }
}
