// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Log;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** Memory of one method, on which a device was let loose; it goes back where the next step fails. */
public final class Local {
    private Local() {}

    private static void go(Engine engine, DmaMemory some) {
        engine.go(some.physical());
    }

    /** Tries a device. */
    @Probe
    public static void attempt(Engine engine, DmaAllocator allocator, @U16 int number) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        try {
            go(engine, memory);
            if (Step.even(number) > 2) {
                Log.info("large");
            }
        } catch (DriverException e) {
            allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
            throw e;
        }
        try {
            engine.halt();
        } catch (DriverException e) {
            Leak.forGood(memory);
            throw e;
        }
        allocator.free(memory);
    }
}
