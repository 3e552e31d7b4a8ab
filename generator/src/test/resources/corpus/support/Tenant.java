// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Probe;

/** An object that refers to a plot, which is somebody else's, and has memory of its own. */
@Boxed
public final class Tenant {
    private final Plot plot;
    private final DmaMemory memory;

    /** Lives on the plot from now on. */
    @Probe
    public Tenant(Plot plot, DmaAllocator allocator) throws DriverException {
        this.plot = plot;
        this.memory = allocator.allocate(64, 64);
    }

    /** Clears the first byte of the plot. */
    public void clear() {
        plot.bytes().set(0, 0);
    }

    /** The plot, which the tenant does not own. */
    public Plot plot() {
        return plot;
    }

    /** Ends it. */
    @Moves
    public void leave(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
