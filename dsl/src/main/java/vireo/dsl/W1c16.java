// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 16-bit register whose bits are cleared by writing one to them.
 */
@Intrinsic("w1c16")
public interface W1c16 {
    /** Reads the register: one access of 16 bits. The value is in CPU order. */
    @Intrinsic("w1c16.read")
    @U16 int read();

    /** Clears the bits that are one in {@code mask}: one access of 16 bits. */
    @Intrinsic("w1c16.acknowledge")
    void acknowledge(@BitMask @U16 int mask);
}
