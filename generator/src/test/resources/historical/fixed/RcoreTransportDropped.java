// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Mended: a reset, and the memory stays with a device that does not obey. */
@Linear
public final class RcoreTransportDropped {
    private final DeviceLink link;
    private final Window registers;
    private final DmaMemory queue;

    /** For a device. */
    public RcoreTransportDropped(DeviceLink link, @Moves Window registers, @Moves DmaMemory queue) {
        this.link = link;
        this.registers = registers;
        this.queue = queue;
    }

    /** Ends it. */
    @Moves
    public void drop(WindowMapper mapper, DmaAllocator allocator) {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("device does not stop: %s", e.errno());
            mapper.unmap(registers);
            Leak.forGood(queue);
            return;
        }
        mapper.unmap(registers);
        allocator.free(queue);
    }
}
