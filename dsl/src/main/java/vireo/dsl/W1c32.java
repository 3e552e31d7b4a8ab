// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 32-bit register whose bits are cleared by writing one to them.
 */
@Intrinsic("w1c32")
public interface W1c32 {
    /** Reads the register: one access of 32 bits. The value is in CPU order. */
    @Intrinsic("w1c32.read")
    @U32 long read();

    /** Clears the bits that are one in {@code mask}: one access of 32 bits. */
    @Intrinsic("w1c32.acknowledge")
    void acknowledge(@BitMask @U32 long mask);
}
