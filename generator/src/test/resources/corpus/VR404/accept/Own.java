// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Range;

/** Keeps views of its own memory, and gives callers views of what they own. */
@Linear
public final class Own {
    private final DmaMemory memory;
    private @Nullable Header header;

    /** Takes memory over. */
    public Own(@Moves DmaMemory memory) {
        this.memory = memory;
        this.header = null;
    }

    /** Goes on to another header. */
    public void select(@Range(max = 7) int number) throws DriverException {
        header = memory.struct(Header.class, number * 8);
    }

    /** Clears the one that was selected. */
    public void clear() {
        if (header != null) {
            header.kind().set(0);
        }
    }

    /** A view of the caller's memory. */
    public static Header first(DmaMemory memory) throws DriverException {
        return memory.struct(Header.class, 0);
    }

    /** A view of its own memory, for a caller that keeps it no longer than this object. */
    public Header own() throws DriverException {
        return first(memory);
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
