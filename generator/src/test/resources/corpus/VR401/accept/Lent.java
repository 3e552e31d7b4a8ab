// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Probe;

/** Views and references, kept and passed around, all of them gone before what they depend on. */
@Linear
public final class Lent {
    private final Plot plot;
    private final Tenant tenant;
    private DmaMemory memory;
    private @Length("16") DmaBytes bytes;

    /** Takes three things over, which belong together. */
    public Lent(@Moves Plot plot, @Moves Tenant tenant, @Moves DmaMemory memory) throws DriverException {
        this.bytes = memory.bytes(0, 16);
        this.plot = plot;
        this.tenant = tenant;
        this.memory = memory;
    }

    /** Other memory, and a view of that. */
    public void swap(DmaAllocator allocator, @Moves DmaMemory fresh) throws DriverException {
        DmaBytes view = fresh.bytes(0, 16);
        allocator.free(memory);
        memory = fresh;
        bytes = view;
    }

    private @Length("16") DmaBytes view() {
        return bytes;
    }

    /** A reference to what others own outlives the object that it came from. */
    @Probe
    public static void after(DmaAllocator allocator, Plot plot) throws DriverException {
        Tenant tenant = make(plot, allocator);
        Plot home = tenant.plot();
        tenant.leave(allocator);
        home.bytes().set(0, 0);
    }

    @Probe
    private static Tenant make(Plot plot, DmaAllocator allocator) throws DriverException {
        return new Tenant(plot, allocator);
    }

    /** Both, the plot last. */
    @Probe
    public static void both(DmaAllocator allocator, @Moves Plot plot) throws DriverException {
        Tenant tenant = new Tenant(plot, allocator);
        tenant.clear();
        Peek peek;
        try {
            peek = new Peek(tenant.plot().bytes());
        } catch (DriverException e) {
            tenant.leave(allocator);
            throw e;
        }
        peek.clear();
        tenant.leave(allocator);
        plot.release(allocator);
    }

    /** A new view in each turn, for as long as the turn takes. */
    public static void turns(DmaAllocator allocator) throws DriverException {
        for (int i = 0; i < 8; i++) {
            DmaMemory memory = allocator.allocate(64, 64);
            try {
                memory.array(Header.class, 0, 8).at(i).kind().set(i);
            } finally {
                allocator.free(memory);
            }
        }
    }

    /** Whoever refers to something goes first. */
    @Moves
    public void release(DmaAllocator allocator) {
        view().set(0, 0);
        allocator.free(memory);
        tenant.leave(allocator);
        plot.release(allocator);
    }
}
