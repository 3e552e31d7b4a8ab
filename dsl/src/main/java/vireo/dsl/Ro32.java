// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 32-bit register that the driver reads and never writes.
 */
@Intrinsic("ro32")
public interface Ro32 {
    /** Reads the register: one access of 32 bits. The value is in CPU order. */
    @Intrinsic("ro32.read")
    @U32 long read();
}
