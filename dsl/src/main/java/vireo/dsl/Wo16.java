// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 16-bit register that the driver writes; what a read would return means nothing.
 */
@Intrinsic("wo16")
public interface Wo16 {
    /** Writes the register: one access of 16 bits. */
    @Intrinsic("wo16.write")
    void write(@U16 int value);
}
