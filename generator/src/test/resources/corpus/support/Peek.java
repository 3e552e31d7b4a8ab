// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.Length;

/** An object that keeps a view of somebody else's memory. */
public final class Peek {
    private final @Length("16") DmaBytes bytes;

    /** Looks at these bytes from now on. */
    public Peek(@Length("16") DmaBytes bytes) {
        this.bytes = bytes;
    }

    /** Clears the first of them. */
    public void clear() {
        bytes.set(0, 0);
    }
}
