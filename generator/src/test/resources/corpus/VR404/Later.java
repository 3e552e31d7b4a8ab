// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Nullable;

/** Keeps a reference to an object that its owner may end tomorrow. */
public final class Later {
    private @Nullable Crate crate;

    /** Looks at a crate. */
    public void look(Crate shown) {
        crate = shown; // expect VR404: 'shown' is borrowed, and kept beyond the call
    }
}
