// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * An 8-bit register that the driver reads and writes.
 */
@Intrinsic("rw8")
public interface Rw8 {
    /** Reads the register: one access of 8 bits. The value is in CPU order. */
    @Intrinsic("rw8.read")
    @U8 int read();

    /** Writes the register: one access of 8 bits. */
    @Intrinsic("rw8.write")
    void write(@U8 int value);
}
