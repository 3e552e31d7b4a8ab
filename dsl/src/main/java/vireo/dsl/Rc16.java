// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 16-bit register whose read has an effect on the device, such as clearing it: it is read once and the value used
 * (VR205).
 */
@Intrinsic("rc16")
public interface Rc16 {
    /** Reads the register, and with that changes the device: one access of 16 bits. */
    @Intrinsic("rc16.read")
    @U16 int read();
}
