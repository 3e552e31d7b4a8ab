// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * An 8-bit register that the driver writes; what a read would return means nothing.
 */
@Intrinsic("wo8")
public interface Wo8 {
    /** Writes the register: one access of 8 bits. */
    @Intrinsic("wo8.write")
    void write(@U8 int value);
}
