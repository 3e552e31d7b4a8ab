// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;

/** Hands something to a lasting object that refers to what does not last. */
@Linear
public final class ForAnother {
    private @Nullable Tenant tenant;

    /** Empty. */
    public ForAnother() {
        this.tenant = null;
    }

    /** Another tenant for the one that is there. */
    public void settle(DmaAllocator allocator, @Moves Tenant next) {
        if (tenant != null) {
            tenant.leave(allocator);
        }
        tenant = next;
    }

    /** On a plot that was lent. */
    @Probe
    public static void lent(DmaAllocator allocator, ForAnother house, Plot plot) throws DriverException {
        Tenant tenant = new Tenant(plot, allocator);
        house.settle(allocator, tenant); // expect VR404: 'house' goes on with a reference to what ends with this method
    }

    /** On a plot that is given back while the house goes on. */
    @Probe
    public static void own(DmaAllocator allocator, ForAnother house) throws DriverException {
        Plot plot = new Plot(allocator);
        try {
            Tenant tenant = new Tenant(plot, allocator);
            house.settle(allocator, tenant); // expect VR404: 'house' goes on with a reference to what ends with this method
        } finally {
            plot.release(allocator);
        }
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        if (tenant != null) {
            tenant.leave(allocator);
        }
    }
}
