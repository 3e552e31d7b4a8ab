// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver reads and never writes.
 */
@Intrinsic("ro64")
public interface Ro64 {
    /** Reads the register: one access of 64 bits. The value is in CPU order. */
    @Intrinsic("ro64.read")
    @U64 long read();
}
