// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U32;

/** Mended: each word behind its selection. */
public final class SddfFeatureWindow {
    private static final @BitMask @U32 long MAC = 0x20;
    private static final @BitMask @U32 long VERSION_1 = 0x1;

    private SddfFeatureWindow() {}

    /** Accepts the address, and the modern layout. */
    public static void negotiate(MmioRegisters registers) {
        registers.driverFeaturesSel().write(0);
        registers.driverFeatures().write(MAC);
        registers.driverFeaturesSel().write(1);
        registers.driverFeatures().write(VERSION_1);
    }
}
