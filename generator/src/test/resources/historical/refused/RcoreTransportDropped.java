// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/**
 * rcore-os/virtio-drivers, pull request 55: the transport was dropped, and the device not reset. It went on with
 * queues that no longer were, and the next driver found a device that was in use: a second start from one boot loader
 * ended in a panic.
 */
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

    /** Tells the device that it is over, and does not ask whether it has understood. */
    @Moves
    public void drop(WindowMapper mapper, DmaAllocator allocator) {
        link.addStatus(DeviceLink.FAILED);
        mapper.unmap(registers);
        allocator.free(queue); // expect VR405: 'queue' goes back while a device may still use it
    }
}
