// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Moves;

/** Takes crates over. */
public interface Taker {
    /** The crate is the taker's from now on. */
    void take(@Moves Crate crate);

    /** Looks around. */
    void look();
}
