// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Ends, and leaves a window mapped on one path. */
@Linear
public final class ForgottenField {
    private final DmaMemory memory;
    private final Window window;

    /** Takes both over. */
    public ForgottenField(@Moves DmaMemory memory, @Moves Window window) {
        this.memory = memory;
        this.window = window;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator, WindowMapper mapper) {
        allocator.free(memory);
        if (window.length() == 0) {
            return; // expect VR402: The object ends here, and its 'window' is not consumed
        }
        mapper.unmap(window);
    }
}
