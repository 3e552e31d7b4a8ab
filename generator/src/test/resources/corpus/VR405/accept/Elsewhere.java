// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A table that no device is told of, beside drivers that have some: nobody has to be stopped. */
@Linear
public final class Elsewhere {
    private final DmaAllocator allocator;
    private final DmaMemory table;

    /** A table. */
    public Elsewhere(DmaAllocator allocator) throws DriverException {
        this.allocator = allocator;
        this.table = allocator.allocate(64, 64);
    }

    /** Lets a device go that has nothing to do with the table. */
    public static Running go(@Moves Agreed agreed) {
        return agreed.start();
    }

    /** Ends it. */
    @Moves
    public void release() {
        allocator.free(table);
    }
}
