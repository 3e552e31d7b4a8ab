// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Two memories, each given back on every path or given up on purpose. */
@Linear
public final class Released {
    private final DmaAllocator allocator;
    private final Area first;
    private final DmaMemory second;
    private boolean suspect;

    /** Both, or none. */
    public Released(DmaAllocator allocator, @U16 int number) throws DriverException {
        this.allocator = allocator;
        this.suspect = false;
        Area area = new Area(allocator.allocate(64, 64));
        this.first = area;
        try {
            this.second = allocator.allocate(64, 64);
            try {
                this.suspect = Step.even(number) > 100;
            } catch (DriverException e) {
                allocator.free(second);
                throw e;
            }
        } catch (DriverException e) {
            allocator.free(first.memory());
            throw e;
        }
    }

    /** From now on a device may write to the memory whenever it likes. */
    public void suspect() {
        suspect = true;
    }

    private void end(Area area) {
        if (suspect) {
            Leak.forGood(area);
            return;
        }
        allocator.free(area.memory());
    }

    /** Ends it. */
    @Moves
    public void release() {
        end(first);
        end(new Area(second));
    }
}
