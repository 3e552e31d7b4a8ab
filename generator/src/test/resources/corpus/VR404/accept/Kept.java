// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Nullable;
import vireo.dsl.Moves;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** A part of whoever owns the crate: it does not outlive the crate, and says so by a final field. */
public final class Kept {
    private final Crate crate;
    private @U16 int last;

    /** Must end before the crate does. */
    public Kept(Crate crate) {
        this.crate = crate;
        this.last = 0;
    }

    /** Lends the crate for as long as the caller does not keep it. */
    public Crate crate() {
        return crate;
    }

    /** Keeps what there is to know of memory, and not the memory. */
    public void note(DmaMemory memory) {
        @U32 long size = memory.size();
        last = size < 100 ? (int) size : 100;
    }

    /** Its own number, or that of another. */
    public @U16 int size(@Nullable Crate other) {
        return other != null ? other.size() : crate().size();
    }

    /** Memory that is taken over may be wrapped. */
    public static Area wrap(@Moves DmaMemory memory) {
        return new Area(memory);
    }

    /** The largest number that was seen. */
    public @U16 int last() {
        return last;
    }
}
