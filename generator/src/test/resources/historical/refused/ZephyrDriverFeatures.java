// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Bit;
import vireo.dsl.BitMask;
import vireo.dsl.BitNumber;
import vireo.dsl.Range;
import vireo.dsl.U32;

/**
 * Zephyr, issue 115150: DRIVER_FEATURES can only be written, and the MMIO transport read it to add one bit to it. It
 * reads 0, so each feature that was accepted took back all the others of its word: VERSION_1 was lost, and devices
 * refused to work.
 */
public final class ZephyrDriverFeatures {
    private ZephyrDriverFeatures() {}

    /** Accepts one feature of the first 32. */
    public static void accept(MmioRegisters registers, @BitNumber @Range(max = 31) int feature) {
        registers.driverFeaturesSel().write(0);
        @BitMask @U32 long accepted = registers.driverFeatures().read(); // expect VR202: write-only
        registers.driverFeatures().write(accepted | Bit.mask(feature));
    }
}
