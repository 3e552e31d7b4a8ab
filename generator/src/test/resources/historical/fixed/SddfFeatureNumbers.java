// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Bit;
import vireo.dsl.BitNumber;

/** Mended: the bit with that number. */
public final class SddfFeatureNumbers {
    private static final @BitNumber int MAC = 5;

    private SddfFeatureNumbers() {}

    /** Accepts the address. */
    public static void negotiate(MmioRegisters registers) {
        registers.driverFeaturesSel().write(0);
        registers.driverFeatures().write(Bit.mask(MAC));
    }
}
