// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Moves;
import vireo.dsl.Probe;

/** A view of memory comes from a method, and depends on what the method was given. */
public final class ViewFromHelper {
    private ViewFromHelper() {}

    private static @Length("16") DmaBytes view(DmaMemory memory) throws DriverException {
        return memory.bytes(0, 16);
    }

    /** From a parameter of the helper. */
    public static void helper(DmaAllocator allocator, @Moves DmaMemory memory) throws DriverException {
        DmaBytes bytes = view(memory);
        allocator.free(memory);
        bytes.set(0, 0); // expect VR401: 'bytes' is a view of memory that was given back
    }

    /** From the object that a getter belongs to. */
    @Probe
    public static void getter(DmaAllocator allocator) throws DriverException {
        Plot plot = new Plot(allocator);
        DmaBytes bytes = plot.bytes();
        plot.release(allocator);
        bytes.set(0, 0); // expect VR401: 'bytes' is a view of memory that was given back
    }

    /** In the very call that ends the object. */
    public static void both(DmaAllocator allocator, @Moves Plot plot) {
        end(allocator, plot, plot.bytes()); // expect VR401: 'bytes' is a view of memory that was given back
    }

    private static void end(DmaAllocator allocator, @Moves Plot plot, @Length("16") DmaBytes bytes) {
        plot.release(allocator);
        bytes.set(0, 0);
    }
}
