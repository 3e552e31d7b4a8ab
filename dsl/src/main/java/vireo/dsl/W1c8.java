// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * An 8-bit register whose bits are cleared by writing one to them.
 */
@Intrinsic("w1c8")
public interface W1c8 {
    /** Reads the register: one access of 8 bits. The value is in CPU order. */
    @Intrinsic("w1c8.read")
    @U8 int read();

    /** Clears the bits that are one in {@code mask}: one access of 8 bits. */
    @Intrinsic("w1c8.acknowledge")
    void acknowledge(@BitMask @U8 int mask);
}
