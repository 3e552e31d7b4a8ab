// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Keeps what it needs inside itself. */
public final class Embedded {
    private final Buffer buffer;

    /** Builds the part inside. */
    public Embedded() {
        this.buffer = new Buffer();
    }

    /** A request. */
    public @U16 int submit() {
        return buffer.used();
    }
}
