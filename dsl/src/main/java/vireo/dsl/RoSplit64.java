// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver reads, carried as two 32-bit accesses with the low half first.
 */
@Intrinsic("rosplit64")
public interface RoSplit64 {
    /** Reads the low half, then the high half: two accesses of 32 bits. */
    @Intrinsic("rosplit64.read")
    @U64 long read();

    /** Reads bits 0 to 31, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rosplit64.readLow")
    @U32 long readLow();

    /** Reads bits 32 to 63, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rosplit64.readHigh")
    @U32 long readHigh();
}
