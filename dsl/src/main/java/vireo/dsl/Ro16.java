// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 16-bit register that the driver reads and never writes.
 */
@Intrinsic("ro16")
public interface Ro16 {
    /** Reads the register: one access of 16 bits. The value is in CPU order. */
    @Intrinsic("ro16.read")
    @U16 int read();
}
