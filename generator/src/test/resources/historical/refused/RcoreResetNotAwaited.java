// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.U32;

/**
 * rcore-os/virtio-drivers, pull request 69: a reset was written, and the driver went on at once. A device that takes
 * its time was still working on the old queues, whose memory was free by then.
 */
public final class RcoreResetNotAwaited implements Resettable {
    private final MmioRegisters registers;

    /** A device. */
    public RcoreResetNotAwaited(MmioRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @U32 long status() {
        return registers.status().read();
    }

    @Override
    public void reset() throws DriverException {
        registers.status().write(0); // expect VR705: ends without having seen the device's status become 0
    }
}
