// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.Moves;

/** The crate stays where it was made; its new owner ends it. */
@Boxed
public final class OwnedBox {
    private final Crate crate;

    /** Takes the crate over. */
    public OwnedBox(@Moves Crate crate) {
        this.crate = crate;
    }

    /** How much goes in. */
    public int size() {
        return crate.size();
    }

    /** Ends the crate and itself. */
    @Moves
    public void release() {
        crate.breakUp();
    }
}
