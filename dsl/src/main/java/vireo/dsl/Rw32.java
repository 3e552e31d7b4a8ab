// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 32-bit register that the driver reads and writes.
 */
@Intrinsic("rw32")
public interface Rw32 {
    /** Reads the register: one access of 32 bits. The value is in CPU order. */
    @Intrinsic("rw32.read")
    @U32 long read();

    /** Writes the register: one access of 32 bits. */
    @Intrinsic("rw32.write")
    void write(@U32 long value);
}
