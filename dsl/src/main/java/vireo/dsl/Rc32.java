// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 32-bit register whose read has an effect on the device, such as clearing it: it is read once and the value used
 * (VR205).
 */
@Intrinsic("rc32")
public interface Rc32 {
    /** Reads the register, and with that changes the device: one access of 32 bits. */
    @Intrinsic("rc32.read")
    @U32 long read();
}
