// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Probe;

/** Memory that no device was let loose on. */
public final class BeforeTheStart {
    private BeforeTheStart() {}

    /** Tries a device with one of two pieces. */
    @Probe
    public static void attempt(Engine engine, DmaAllocator allocator, DmaMemory table) throws DriverException {
        DmaMemory scratch = allocator.allocate(64, 64);
        engine.go(table.physical());
        allocator.free(scratch);
        engine.halt();
    }
}
