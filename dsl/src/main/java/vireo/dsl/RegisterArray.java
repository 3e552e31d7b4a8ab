// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * Several registers of one kind, one after the other; {@link Count} says how many.
 *
 * @param <T> the kind of register
 */
@Intrinsic("registerarray")
public interface RegisterArray<T> {
    /**
     * One of the registers.
     *
     * @param index from 0; at least the count is refused (VR303), and an IndexOutOfBoundsException on the JVM
     */
    @Intrinsic("registerarray.at")
    T at(@Range(max = Integer.MAX_VALUE) int index);
}
