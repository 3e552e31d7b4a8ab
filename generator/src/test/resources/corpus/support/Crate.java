// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** An object on the heap that the cases share. */
@Boxed
public final class Crate {
    private final @U16 int size;

    /** A crate of a size. */
    public Crate(@U16 int size) {
        this.size = size;
    }

    /** How much goes in. */
    public @U16 int size() {
        return size;
    }

    /** Ends it. */
    @Moves
    public void breakUp() {}
}
