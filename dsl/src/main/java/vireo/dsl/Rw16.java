// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 16-bit register that the driver reads and writes.
 */
@Intrinsic("rw16")
public interface Rw16 {
    /** Reads the register: one access of 16 bits. The value is in CPU order. */
    @Intrinsic("rw16.read")
    @U16 int read();

    /** Writes the register: one access of 16 bits. */
    @Intrinsic("rw16.write")
    void write(@U16 int value);
}
