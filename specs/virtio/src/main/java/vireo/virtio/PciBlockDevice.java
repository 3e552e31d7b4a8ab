// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.WindowMapper;

/** A disk on a PCI bus, and all that it stands on: one object, one owner. */
@Linear
public final class PciBlockDevice {
    private final KernelPhysMapper mapper;
    private final KernelDma dma;
    private final VirtioPciTransport transport;
    private final VirtioBlkDevice disk;

    /**
     * Brings a disk up. Where that fails, nothing is left behind.
     *
     * @throws DriverException as {@link VirtioPciTransport} and {@link VirtioBlkDevice} do
     */
    public PciBlockDevice(PciFunction function, WindowMapper windows, DmaAllocator allocator, Text name)
            throws DriverException {
        this.mapper = new KernelPhysMapper(windows);
        this.dma = new KernelDma(allocator);
        this.transport = new VirtioPciTransport(function, mapper);
        try {
            this.disk = new VirtioBlkDevice(transport, dma, name);
        } catch (DriverException e) {
            transport.release();
            throw e;
        }
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
        transport.release();
    }
}
