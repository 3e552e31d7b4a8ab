// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Text;
import vireo.dsl.U32;

/** A disk and all that it stands on: one object, one owner. */
@Linear
@Boxed
public final class BlockUnit {
    private final KernelDma dma;
    private final Transport transport;
    private final WaitPolicy waiting;
    private final VirtioBlkDevice disk;

    /**
     * Brings a disk up. Where that fails, nothing is left behind, and the transport and the policy stay with the caller.
     *
     * @throws DriverException as {@link VirtioBlkDevice} does
     */
    public BlockUnit(@Moves Transport transport, @Moves WaitPolicy waiting, KernelServices kernel, Text name)
            throws DriverException {
        this.dma = new KernelDma(kernel.memory());
        this.transport = transport;
        this.waiting = waiting;
        this.disk = new VirtioBlkDevice(transport, dma, waiting, name);
    }

    /** The disk, for as long as this object is not released. */
    public VirtioBlkDevice disk() {
        return disk;
    }

    /** Regions of DMA memory that the disk and its buffers hold. */
    public @U32 long regionsHeld() {
        return dma.held();
    }

    /** Stops the disk and gives back everything that it had. */
    @Moves
    public void release() {
        disk.release();
        waiting.release();
        transport.release();
    }
}
