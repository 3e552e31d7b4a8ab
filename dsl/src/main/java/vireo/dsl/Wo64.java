// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver writes; what a read would return means nothing.
 */
@Intrinsic("wo64")
public interface Wo64 {
    /** Writes the register: one access of 64 bits. */
    @Intrinsic("wo64.write")
    void write(@U64 long value);
}
