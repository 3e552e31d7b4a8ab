// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/**
 * sDDF, virtio network driver: each step of the initialisation was written by itself, ACKNOWLEDGE, DRIVER,
 * FEATURES_OK, DRIVER_OK, and took back those before. The specification forbids a driver to clear a bit; some devices
 * do not mind, others see a driver that was never there.
 */
public final class SddfStatusReplaced implements StatusRegister {
    private final MmioRegisters registers;

    /** A device. */
    public SddfStatusReplaced(MmioRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @BitMask @U8 int status() {
        return (int) (registers.status().read() & 0xFF);
    }

    @Override
    public void addStatus(@BitMask @U8 int bits) {
        registers.status().write(bits); // expect VR701: The device's status is written anew
    }
}
