// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitNumber;

/**
 * sDDF, virtio network driver: what it wrote as the features that it accepts were the features' numbers, not their
 * bits. For the address, number 5, the device understood that it accepts bits 0 and 2, of which the driver knows
 * nothing, and for number 32, the modern layout, another one of the second word.
 */
public final class SddfFeatureNumbers {
    private static final @BitNumber int MAC = 5;

    private SddfFeatureNumbers() {}

    /** Accepts the address. */
    public static void negotiate(MmioRegisters registers) {
        registers.driverFeaturesSel().write(0);
        registers.driverFeatures().write(MAC); // expect VR207: bit number
    }
}
