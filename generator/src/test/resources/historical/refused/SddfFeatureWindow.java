// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U32;

/**
 * sDDF, virtio network driver: it wrote its first word of features without having said that it is the first. Which
 * one it was depended on whoever had used the device before: after a boot loader, perhaps, the second.
 */
public final class SddfFeatureWindow {
    private static final @BitMask @U32 long MAC = 0x20;
    private static final @BitMask @U32 long VERSION_1 = 0x1;

    private SddfFeatureWindow() {}

    /** Accepts the address, and the modern layout. */
    public static void negotiate(MmioRegisters registers) {
        registers.driverFeatures().write(MAC); // expect VR204: is used where 'driverFeaturesSel' is not known to have been written
        registers.driverFeaturesSel().write(1);
        registers.driverFeatures().write(VERSION_1);
    }
}
