// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** An object that cases allocate. */
public final class Buffer {
    private final @U16 int used;

    /** An empty one. */
    public Buffer() {
        this.used = 0;
    }

    /** How much is used. */
    public @U16 int used() {
        return used;
    }
}
