// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CField;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/**
 * Physically contiguous memory that a device may use, owned by whoever allocated it.
 *
 * <p>The views that the bind methods give are usable until the memory is freed. They fail with {@link Errno#ERANGE}
 * where the view would leave the memory, and with {@link Errno#EINVAL} where it would not be aligned.
 */
@Linear
@CType(value = "struct vireo_dma_memory", linear = true)
@Intrinsic("dmamemory")
public interface DmaMemory {
    /** Bytes. */
    @CField("size")
    @Intrinsic("dmamemory.size")
    @Bytes @U32 long size();

    /** The address by which the device knows the first byte. */
    @CField("physical")
    @Intrinsic("dmamemory.physical")
    @DeviceAddress @U64 long physical();

    /**
     * A structure at an offset.
     *
     * @param type a record marked {@link DmaStruct}, as a class literal
     */
    @Intrinsic("dmamemory.struct")
    <T> T struct(Class<T> type, @U32 long offset) throws DriverException;

    /**
     * A ring at an offset.
     *
     * @param type a record marked {@link Ring}, as a class literal
     * @param length elements of the ring's variable array
     */
    @Intrinsic("dmamemory.ring")
    <T> T ring(Class<T> type, @U32 long offset, @Range(min = 1, max = 32768) int length) throws DriverException;

    /**
     * An array at an offset.
     *
     * @param type the type of a cell, or a record marked {@link DmaStruct}, as a class literal
     * @param count elements
     */
    @Intrinsic("dmamemory.array")
    @Length("count")
    <T> DmaArray<T> array(Class<T> type, @U32 long offset, @Range(min = 1, max = 65536) int count)
            throws DriverException;

    /**
     * Bytes at an offset.
     *
     * @param length bytes
     */
    @Intrinsic("dmamemory.bytes")
    @Length("length")
    DmaBytes bytes(@U32 long offset, @Range(max = Integer.MAX_VALUE) int length) throws DriverException;
}
