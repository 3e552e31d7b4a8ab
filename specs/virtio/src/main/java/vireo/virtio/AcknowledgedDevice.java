// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/**
 * A device that knows that there is a driver, before they have agreed on features. VIRTIO 1.4, 3.1.1.
 *
 * @param transport the way to the device
 */
@Linear
@Earned(
        from = ResetDevice.class,
        tells = DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER,
        abandons = DeviceStatus.FAILED)
public record AcknowledgedDevice(Transport transport) {
    private static final @BitMask @U64 long VERSION_1 = 1L << Feature.VERSION_1;

    /**
     * Agrees on features: all that the device offers of those that the driver implements. {@link Feature#VERSION_1} is not the
     * driver's choice: it is asked of every device but a legacy one.
     *
     * @param implemented the features that the driver implements
     * @param required those of them that it cannot do without
     * @throws DriverException EOPNOTSUPP where the device lacks a required feature or refuses the choice
     */
    @Conforms("drv.basic.init.5")
    @Conforms("drv.basic.init.6")
    @Conforms("drv.basic.init.7")
    @Conforms("drv.basic.feat.1")
    @Conforms("drv.basic.feat.3")
    @Conforms("drv.basic.feat.4")
    @Conforms("drv.basic.feat.9")
    @Conforms("drv.basic.feat.11")
    @Moves
    public NegotiatedDevice negotiate(@BitMask @U64 long implemented, @BitMask @U64 long required)
            throws DriverException {
        // A legacy device is one that does not know of version 1; any other has to.
        @BitMask @U64 long version = transport.isLegacy() ? 0 : VERSION_1;
        @BitMask @U64 long needed = required | version;
        @BitMask @U64 long offered = transport.offeredFeatures();
        if ((offered & needed) != needed) {
            Log.error("device offers features 0x%x, the driver needs 0x%x", offered, needed);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        @BitMask @U64 long accepted = offered & (implemented | version);
        transport.acceptFeatures(accepted);
        if (!transport.isLegacy()) {
            transport.addStatus(DeviceStatus.FEATURES_OK);
            // The device takes the bit back if it cannot work with this choice.
            if ((transport.status() & DeviceStatus.FEATURES_OK) == 0) {
                Log.error("device refuses features 0x%x", accepted);
                throw new DriverException(Errno.EOPNOTSUPP);
            }
        }
        return new NegotiatedDevice(transport, accepted);
    }

    /** Gives up on the device, and tells it so. */
    @Conforms("drv.basic.feat.10")
    @Conforms("drv.basic.init.13")
    @Conforms("drv.basic.init.14")
    @Moves
    public void abandon() {
        transport.addStatus(DeviceStatus.FAILED);
    }
}
