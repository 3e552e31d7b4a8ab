// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

/**
 * Makes a register block's record from registers. The generator writes one for each block {@code R}: a public class
 * {@code RBinder} in the same package, with a public constructor without parameters.
 *
 * @param <R> the record
 */
public interface RegisterBinder<R> {
    /** The block's size in bytes. */
    int size();

    /** The widest single access in bytes: the alignment that the block needs. */
    int align();

    /**
     * The block at an offset.
     *
     * @param space where its registers are
     * @param offset bytes from the start of the space
     */
    R bind(RegisterSpace space, long offset);
}
