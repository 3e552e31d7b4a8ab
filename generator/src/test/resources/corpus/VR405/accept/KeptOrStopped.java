// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** The device is stopped, or what takes the memory back was told to keep it. */
@Linear
public final class KeptOrStopped {
    private final Stopper stopper;
    private final Keeper keeper;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public KeptOrStopped(Link link, Keeper keeper, @Moves DmaMemory memory) {
        this.stopper = new Stopper(link, keeper);
        this.keeper = keeper;
        this.memory = memory;
    }

    /** Ends it. */
    @Moves
    public void release() {
        stopper.stop();
        keeper.release(memory);
    }
}
