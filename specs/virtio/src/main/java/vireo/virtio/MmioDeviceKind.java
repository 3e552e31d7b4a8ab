// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.U32;
import vireo.dsl.Window;

/**
 * What kind of virtio device is at a place in memory.
 *
 * @param legacy whether its registers are version 1
 * @param deviceType one of {@link DeviceType}, or another number; 0 where there is no device
 */
public record MmioDeviceKind(boolean legacy, @TypeNumber @U32 long deviceType) {
    /**
     * Looks what is there, and touches nothing else.
     *
     * @throws DriverException ENODEV where there is nothing of virtio; EOPNOTSUPP for registers of an unknown version; EINVAL, ENOMEM
     *     where they cannot be mapped
     */
    @Conforms("drv.mmio.init.1")
    @Conforms("drv.mmio.init.2")
    @Conforms("drv.mmio.init.4")
    @Conforms("drv.mmio.regs.8")
    @Conforms("drv.mmio.regs.9")
    @Conforms("drv.mmio.regs.10")
    @Conforms("drv.mmio.regs.11")
    public static MmioDeviceKind identify(MmioPlace place, PhysMapper mapper) throws DriverException {
        Window window = place.mapRegisters(mapper);
        try {
            MmioIdentity identity = window.bind(MmioIdentity.class, 0);
            @U32 long magic = identity.magicValue().read();
            if (magic != MmioIdentity.MAGIC) {
                Log.error("no virtio device: the magic value is 0x%08x, not 0x%08x", magic, MmioIdentity.MAGIC);
                throw new DriverException(Errno.ENODEV);
            }
            @U32 long version = identity.version().read();
            if (version != MmioIdentity.MODERN && version != MmioIdentity.LEGACY) {
                Log.error("virtio registers of version %u: versions 1 and 2 are supported", version);
                throw new DriverException(Errno.EOPNOTSUPP);
            }
            return new MmioDeviceKind(version == MmioIdentity.LEGACY, identity.deviceId().read());
        } finally {
            mapper.unmap(window);
        }
    }
}
