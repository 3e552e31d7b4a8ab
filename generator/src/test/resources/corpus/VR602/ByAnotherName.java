// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** The same memory by two names. */
public final class ByAnotherName {
    private final @Length("8") DmaArray<Slot> slots;

    /** Looks at slots. */
    public ByAnotherName(@Length("8") DmaArray<Slot> slots) {
        this.slots = slots;
    }

    private Slot slot(@Range(max = 7) int number) {
        return slots.at(number);
    }

    /** A variable, and the array. */
    public @U32 long aliased() throws DriverException {
        Slot slot = slots.at(3);
        if (slot.id().get() > 1514) {
            throw new DriverException(Errno.EPROTO);
        }
        return slots.at(3).id().get(); // expect VR602: read a second time
    }

    /** A method that does nothing but name it. */
    public @U32 long named(@Range(max = 7) int number) throws DriverException {
        if (slot(number).id().get() > 1514) {
            throw new DriverException(Errno.EPROTO);
        }
        return slot(number).id().get(); // expect VR602: read a second time
    }

    /** Two bindings. */
    public static @U32 long bound(DmaMemory memory) throws DriverException {
        if (memory.struct(Slot.class, 0).id().get() > 1514) {
            throw new DriverException(Errno.EPROTO);
        }
        return memory.struct(Slot.class, 0).id().get(); // expect VR602: read a second time
    }
}
