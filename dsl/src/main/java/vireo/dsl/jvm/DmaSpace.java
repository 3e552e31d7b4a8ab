// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.function.LongFunction;
import vireo.dsl.Be16;
import vireo.dsl.Be32;
import vireo.dsl.Be64;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Octet;

/**
 * Device-visible memory by offset, as {@link DmaBinder binders} ask for it. Offsets are bytes from the start of the
 * space.
 */
public interface DmaSpace {
    /** The byte at an offset. */
    Octet octet(long offset);

    /** The little-endian number of 16 bits at an offset. */
    Le16 le16(long offset);

    /** The little-endian number of 32 bits at an offset. */
    Le32 le32(long offset);

    /** The little-endian number of 64 bits at an offset. */
    Le64 le64(long offset);

    /** The big-endian number of 16 bits at an offset. */
    Be16 be16(long offset);

    /** The big-endian number of 32 bits at an offset. */
    Be32 be32(long offset);

    /** The big-endian number of 64 bits at an offset. */
    Be64 be64(long offset);

    /** Bytes from an offset on. */
    DmaBytes bytes(long offset, int length);

    /**
     * An array of structures.
     *
     * @param length elements
     * @param stride bytes from one element to the next
     * @param element makes one element
     */
    <T> DmaArray<T> array(long offset, int length, long stride, DmaBinder<T> element);

    /**
     * An array of cells.
     *
     * @param length elements
     * @param stride bytes from one element to the next
     * @param cell makes the cell at an offset, such as {@code space::le16}
     */
    <T> DmaArray<T> cells(long offset, int length, long stride, LongFunction<T> cell);
}
