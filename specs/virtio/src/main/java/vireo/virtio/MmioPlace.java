// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint32;
import vireo.dsl.Uint64;
import vireo.dsl.Vector;
import vireo.dsl.Window;

/**
 * Where a machine says that a virtio device is in memory. VIRTIO 1.4, 4.2.1.
 *
 * @param base physical address of its registers
 * @param size bytes of its registers and its configuration
 * @param interrupt the kernel's number of the device's interrupt, or {@link #NO_INTERRUPT}
 */
public record MmioPlace(
        @DeviceAddress @U64 long base,
        @Bytes @U64 long size,
        @InterruptNumber @Range(min = NO_INTERRUPT, max = Uint32.MAX) long interrupt) {
    /** The device has no interrupt, or nobody knows which: it is polled. */
    public static final @InterruptNumber long NO_INTERRUPT = -1;

    /** As much of a device as is mapped at once, at most. */
    private static final @Bytes int PAGE = 4096;

    private static final @Bytes long REGISTER_WIDTH = 4;

    /**
     * Maps the device's registers.
     *
     * @throws DriverException EINVAL where the place is too small for them or not aligned; EINVAL, ENOMEM where they cannot be mapped
     */
    public Window mapRegisters(PhysMapper mapper) throws DriverException {
        if (Uint64.lessThan(size, MmioRegisters.SIZE) || (base & (REGISTER_WIDTH - 1)) != 0) {
            Log.error("0x%x bytes at 0x%x are no place for the registers of a virtio device: 0x%x aligned bytes",
                    size, base, MmioRegisters.SIZE);
            throw new DriverException(Errno.EINVAL);
        }
        return mapper.map(base, MmioRegisters.SIZE);
    }

    /**
     * Maps the first bytes of the device configuration, which is behind the registers.
     *
     * @throws DriverException ENXIO where the place has fewer; EOVERFLOW where it leaves the address space; EINVAL, ENOMEM where they
     *     cannot be mapped
     */
    @Conforms("drv.basic.cfg.5")
    public Window mapConfig(PhysMapper mapper, @Bytes @Range(min = 1, max = PAGE) int length) throws DriverException {
        if (Uint64.lessThan(size, MmioRegisters.SIZE + length)) {
            Log.error("0x%x bytes at 0x%x have no room for %d bytes of device configuration", size, base, length);
            throw new DriverException(Errno.ENXIO);
        }
        return mapper.map(Uint64.checkedAdd(base, MmioRegisters.SIZE), length);
    }

    /** Whether it is known how the device interrupts. */
    public boolean hasInterrupt() {
        return interrupt != NO_INTERRUPT;
    }

    /**
     * The kernel's number of the device's interrupt.
     *
     * @param vector 0, for there is one
     * @throws DriverException ENXIO where there is none
     */
    public @InterruptNumber @U32 long interruptNumber(
            @Vector @Range(max = Transport.MAX_VECTORS - 1) int vector) throws DriverException {
        if (vector != 0 || interrupt == NO_INTERRUPT) {
            throw new DriverException(Errno.ENXIO);
        }
        return interrupt;
    }
}
