// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/**
 * A device that has just been reset: the first of the states that initialisation walks through. VIRTIO 1.4, 3.1.1.
 *
 * <p>Each state is a type of its own, made from the one before it only, so that no step is left out, repeated or swapped:
 * {@code ResetDevice}, {@link AcknowledgedDevice}, {@link NegotiatedDevice}, {@link LiveDevice}.
 *
 * @param transport the way to the device
 */
@Linear
@Earned
public record ResetDevice(Transport transport) {
    /**
     * Resets a device.
     *
     * @throws DriverException ETIMEDOUT where it does not confirm the reset
     */
    @Conforms("drv.basic.init.2")
    @Conforms("drv.basic.status.3")
    public static ResetDevice reset(Transport transport) throws DriverException {
        transport.reset();
        return new ResetDevice(transport);
    }

    /** Tells the device that it was found, and that there is a driver for it. */
    @Conforms("drv.basic.init.3")
    @Conforms("drv.basic.init.4")
    @Conforms("drv.basic.status.1")
    @Moves
    public AcknowledgedDevice acknowledge() {
        transport.addStatus(DeviceStatus.ACKNOWLEDGE);
        transport.addStatus(DeviceStatus.DRIVER);
        return new AcknowledgedDevice(transport);
    }
}
