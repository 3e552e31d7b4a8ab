// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Fails;
import vireo.dsl.spi.Intrinsic;

/** Where device-visible memory comes from. */
@CType("struct vireo_dma *")
@Intrinsic("dmaallocator")
public interface DmaAllocator {
    /**
     * Allocates zeroed, physically contiguous memory.
     *
     * @param size bytes
     * @param align bytes, a power of two
     * @throws DriverException {@link Errno#ENOMEM}
     */
    @CFunction("vireo_dma_alloc")
    @Fails(Errno.ENOMEM)
    @Intrinsic("dmaallocator.allocate")
    DmaMemory allocate(
            @Bytes @Range(min = 1, max = 0x4000_0000) long size, @Bytes @Range(min = 1, max = 65536) long align)
            throws DriverException;

    /** Gives memory back. The device must be known not to use it any more (VR405). */
    @CFunction("vireo_dma_free")
    @Intrinsic("dmaallocator.free")
    void free(@Moves DmaMemory memory);
}
