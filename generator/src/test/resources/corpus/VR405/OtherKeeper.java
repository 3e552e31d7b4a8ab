// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** The keeper was told to keep what it gets, and the memory goes past it. */
@Linear
public final class OtherKeeper {
    private final Stopper stopper;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public OtherKeeper(Link link, Keeper keeper, @Moves DmaMemory memory) {
        this.stopper = new Stopper(link, keeper);
        this.memory = memory;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        stopper.stop();
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
