// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 32-bit register that the driver writes; what a read would return means nothing.
 */
@Intrinsic("wo32")
public interface Wo32 {
    /** Writes the register: one access of 32 bits. */
    @Intrinsic("wo32.write")
    void write(@U32 long value);
}
