// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;

/**
 * sDDF, virtio drivers: they spun on the device's status until it read as wanted. A device that never gets there took
 * the processor, and all that should have run on it.
 */
public final class SddfEndlessWait {
    private SddfEndlessWait() {}

    /** Resets a device. */
    public static void reset(MmioRegisters registers) {
        registers.status().write(0);
        while (registers.status().read() != 0) { // expect VR803: no
            Cpu.relax();
        }
    }
}
