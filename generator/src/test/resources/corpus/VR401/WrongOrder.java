// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Owns a tenant and the plot that it may live on, and ends the plot first. */
@Linear
public final class WrongOrder {
    private final Plot plot;
    private final Tenant tenant;

    /** Takes both over. */
    public WrongOrder(@Moves Plot plot, @Moves Tenant tenant) {
        this.plot = plot;
        this.tenant = tenant;
    }

    /** Clears the first byte of the plot. */
    public void clear() {
        tenant.clear();
    }

    /** Ends both. */
    @Moves
    public void release(DmaAllocator allocator) {
        plot.release(allocator);
        tenant.leave(allocator); // expect VR401: 'tenant' refers to a value that was moved away
    }
}
