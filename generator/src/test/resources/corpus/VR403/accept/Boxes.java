// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** What both ending methods do stands in a method that ends nothing. */
@Boxed
public final class Boxes {
    private final Crate crate;

    /** Takes the crate over. */
    public Boxes(@Moves Crate crate) {
        this.crate = crate;
    }

    private void open() {
        crate.breakUp();
    }

    /** Ends it. */
    @Moves
    public void release() {
        open();
    }

    /** Ends it, and says how much went in. */
    @Moves
    public @U16 int end() {
        @U16 int size = crate.size();
        open();
        return size;
    }
}
