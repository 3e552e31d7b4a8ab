// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Gives the memory to who ends the object, and has not stopped the device. */
@Linear
public final class HandedOut {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public HandedOut(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    /** Whether it is an old one. */
    public boolean isOld() {
        return link.isOld();
    }

    /** Ends it. */
    @Moves
    public DmaMemory take() {
        return memory; // expect VR405: 'memory' goes back while a device may still use it
    }
}
