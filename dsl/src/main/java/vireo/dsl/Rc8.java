// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * An 8-bit register whose read has an effect on the device, such as clearing it: it is read once and the value used
 * (VR205).
 */
@Intrinsic("rc8")
public interface Rc8 {
    /** Reads the register, and with that changes the device: one access of 8 bits. */
    @Intrinsic("rc8.read")
    @U8 int read();
}
