// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Owns memory, and nobody has to end it. */
public final class NotLinear {
    private final DmaMemory memory; // expect VR402: 'memory' owns a linear value, and its type is not linear itself

    /** Takes the memory over. */
    public NotLinear(@Moves DmaMemory memory) {
        this.memory = memory;
    }

    /** How much. */
    public @U32 long size() {
        return memory.size();
    }
}
