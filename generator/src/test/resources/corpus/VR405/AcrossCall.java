// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Two ways to end it, of which one stops the device first; both go through one private method. */
@Linear
public final class AcrossCall {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public AcrossCall(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    private void giveBack(DmaAllocator allocator) {
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }

    /** Ends it well. */
    @Moves
    public void release(DmaAllocator allocator) throws DriverException {
        link.reset();
        giveBack(allocator);
    }

    /** Ends it in haste. */
    @Moves
    public void drop(DmaAllocator allocator) {
        giveBack(allocator);
    }
}
