// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver reads and writes.
 */
@Intrinsic("rw64")
public interface Rw64 {
    /** Reads the register: one access of 64 bits. The value is in CPU order. */
    @Intrinsic("rw64.read")
    @U64 long read();

    /** Writes the register: one access of 64 bits. */
    @Intrinsic("rw64.write")
    void write(@U64 long value);
}
