// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * An 8-bit register that the driver reads and never writes.
 */
@Intrinsic("ro8")
public interface Ro8 {
    /** Reads the register: one access of 8 bits. The value is in CPU order. */
    @Intrinsic("ro8.read")
    @U8 int read();
}
