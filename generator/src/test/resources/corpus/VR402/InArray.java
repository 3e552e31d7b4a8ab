// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Moves;
import vireo.dsl.Nullable;

/** Objects in an array, which nobody can follow. */
public final class InArray {
    private final @Nullable Crate[] crates = new Crate[4];

    /** Keeps a crate. */
    public void keep(@Moves Crate crate) { // expect VR402: 'crate' is owned here, and not consumed
        crates[0] = crate; // expect VR402: 'crate' is stored in an array
    }
}
