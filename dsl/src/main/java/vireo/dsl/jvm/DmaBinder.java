// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

/**
 * Makes the record of a structure or ring from device-visible memory. The generator writes one for each such record
 * {@code R}: a public class {@code RBinder} in the same package, with a public constructor without parameters.
 *
 * @param <R> the record, or the type of a cell
 */
public interface DmaBinder<R> {
    /**
     * The size in bytes.
     *
     * @param length elements of the variable array of a ring; ignored for anything else
     */
    long size(int length);

    /** The alignment in bytes, a power of two. */
    int align();

    /**
     * The structure at an offset.
     *
     * @param space where its cells are
     * @param offset bytes from the start of the space
     * @param length elements of the variable array of a ring; ignored for anything else
     */
    R bind(DmaSpace space, long offset, int length);
}
