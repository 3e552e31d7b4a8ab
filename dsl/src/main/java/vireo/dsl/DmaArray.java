// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * Elements in device-visible memory, one after the other.
 *
 * @param <T> the type of a cell, or a record marked {@link DmaStruct}
 */
@Intrinsic("dmaarray")
public interface DmaArray<T> {
    /**
     * One element, in place: a view, not a copy.
     *
     * @param index from 0; at least {@link #length} is refused (VR303), and an IndexOutOfBoundsException on the JVM
     */
    @Intrinsic("dmaarray.at")
    T at(@Range(max = Integer.MAX_VALUE) int index);

    /** Elements. */
    @Intrinsic("dmaarray.length")
    @Range(max = Integer.MAX_VALUE) int length();
}
