// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Nullable;
import vireo.dsl.Range;

/** Keeps views of memory, and a reference, that were lent for a call. */
public final class KeptView {
    private @Nullable Header header;
    private @Nullable Peek peek;

    /** Nothing yet. */
    public KeptView() {
        this.header = null;
        this.peek = null;
    }

    /** Keeps a view that it makes itself, in a loop. */
    public void keep(DmaMemory memory, @Range(max = 8) int headers) throws DriverException {
        for (int i = 0; i < headers; i++) {
            header = memory.struct(Header.class, i * 8); // expect VR404: is borrowed, and kept beyond the call
        }
    }

    /** Keeps an object that keeps a view. */
    public void remember(Peek other) {
        this.peek = other; // expect VR404: 'other' is borrowed, and kept beyond the call
    }

    /** Clears both. */
    public void late() {
        if (header != null) {
            header.kind().set(0);
        }
        if (peek != null) {
            peek.clear();
        }
    }
}
