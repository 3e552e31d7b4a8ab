// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.SpecTable;

/**
 * The registers that tell what is there, before anything else is touched. VIRTIO 1.4, 4.2.2.
 *
 * @param magicValue {@link #MAGIC} where there is a virtio device
 * @param version {@link #MODERN} or {@link #LEGACY}: the version of the registers behind this block
 * @param deviceId the type of device, one of {@link DeviceType}; 0 where a machine has reserved the place and has none
 */
@RegisterBlock(size = 0x0C)
@SpecTable("virtio-1.4#mmio")
public record MmioIdentity(
        @At(0x000) Ro32 magicValue,
        @At(0x004) Ro32 version,
        @At(0x008) @TypeNumber Ro32 deviceId) {
    /** The characters "virt". */
    public static final long MAGIC = 0x74726976;

    /** The registers are {@link MmioRegisters}. */
    public static final long MODERN = 2;

    /** The registers are {@link LegacyMmioRegisters}. */
    public static final long LEGACY = 1;
}
