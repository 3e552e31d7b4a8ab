// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Nullable;

/** Remembers every crate that it was shown. */
public final class InLoop {
    private final @Nullable Crate[] seen = new Crate[4];

    /** Looks at a crate four times. */
    public void look(Crate crate) {
        for (int i = 0; i < 4; i++) {
            seen[i] = crate; // expect VR404: 'crate' is borrowed, and kept beyond the call
        }
    }
}
