// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Probe;

/** What refers to an object ends before the object does. */
public final class Outlived {
    private Outlived() {}

    /** The plot goes first, where the second tenant finds no memory. */
    @Probe
    public static void twoTenants(DmaAllocator allocator, @Moves Plot plot) {
        try {
            Tenant first = new Tenant(plot, allocator);
            try {
                Tenant second = new Tenant(plot, allocator);
                second.leave(allocator);
            } catch (DriverException e) {
                plot.release(allocator);
                first.leave(allocator); // expect VR401: 'first' refers to a value that was moved away
                return;
            }
            first.leave(allocator);
        } catch (DriverException e) {
            Log.error("no memory");
        }
        plot.release(allocator);
    }

    /** What the tenant gives is the plot's. */
    public static void afterwards(DmaAllocator allocator, @Moves Plot plot, @Moves Tenant tenant) {
        tenant.leave(allocator);
        Plot again = plot;
        plot.release(allocator);
        again.bytes().set(0, 0); // expect VR401: 'plot' is used after it was moved away
    }
}
