// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** Views that went into an object and into a record, and are used after their memory is gone. */
public final class KeptView {
    private KeptView() {}

    /** By way of an object. */
    @Probe
    public static void object(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        Peek peek;
        try {
            peek = new Peek(memory.bytes(0, 16));
        } finally {
            allocator.free(memory);
        }
        peek.clear(); // expect VR401: 'peek' refers to a value that was moved away
    }

    /** By way of a record, on the path that fails. */
    public static @U16 int record(DmaAllocator allocator, @Moves DmaMemory memory, Crate crate, @U16 int number)
            throws DriverException {
        Seen seen = new Seen(memory.struct(Header.class, 0), crate, 1);
        try {
            @U16 int even = Step.even(number);
            allocator.free(memory);
            return even;
        } catch (DriverException e) {
            allocator.free(memory);
            seen.header().kind().set(0); // expect VR401: 'seen' refers to a value that was moved away
            return 0;
        }
    }
}
