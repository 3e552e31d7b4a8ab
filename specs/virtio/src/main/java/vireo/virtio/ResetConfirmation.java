// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;

/** The end of a reset: the device status reads 0, and the device has let go of all memory. VIRTIO 1.4, 2.4. */
public final class ResetConfirmation {
    /** How long a device may take, in milliseconds. */
    public static final @Milliseconds long MILLISECONDS = 1000;

    private ResetConfirmation() {}

    /**
     * Waits for a device whose status was written 0.
     *
     * @throws DriverException ETIMEDOUT where it does not confirm
     */
    @Conforms("drv.basic.reset.1")
    @Conforms("drv.pci.common.5")
    public static void await(Transport transport) throws DriverException {
        Deadline deadline = Deadline.afterMillis(MILLISECONDS);
        while (transport.status() != 0) {
            if (deadline.expired()) {
                Log.error("device does not confirm its reset within %u ms", MILLISECONDS);
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }
}
