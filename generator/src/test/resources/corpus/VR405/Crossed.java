// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/** Two devices, each with memory of its own, and the memory of one goes back when the other was stopped. */
@Linear
public final class Crossed {
    private final Engine left;
    private final Engine right;
    private final DmaMemory first;

    /** Takes the memory over, and lets both devices go. */
    public Crossed(Engine left, Engine right, @Moves DmaMemory first, @U64 long elsewhere) {
        this.left = left;
        this.right = right;
        this.first = first;
        left.go(first.physical());
        right.go(elsewhere);
    }

    /** Whether both work. */
    public boolean isBusy() {
        return left.isBusy() && right.isBusy();
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        try {
            right.halt();
        } catch (DriverException e) {
            Leak.forGood(first);
            return;
        }
        allocator.free(first); // expect VR405: 'first' goes back while a device may still use it
    }
}
