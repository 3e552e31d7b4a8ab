// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** What both sides can do. */
public final class Chosen {
    private static final @BitMask @U64 long MODERN = 0x1_0000_0000L;

    private Chosen() {}

    /** With or without the modern layout. */
    public static void choose(Link link, @BitMask @U64 long implemented) {
        @BitMask @U64 long version = link.isOld() ? 0 : MODERN;
        @BitMask @U64 long offered = link.offered();
        @BitMask @U64 long accepted = offered & (implemented | version);
        link.accept(accepted);
    }
}
