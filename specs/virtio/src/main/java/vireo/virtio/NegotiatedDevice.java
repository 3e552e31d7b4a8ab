// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bit;
import vireo.dsl.BitMask;
import vireo.dsl.BitNumber;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Exposes;
import vireo.dsl.KnowsFeature;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U64;

/**
 * A device that has agreed to the driver's features; its queues may be set up, not yet used. VIRTIO 1.4, 3.1.1.
 *
 * @param transport the way to the device
 * @param features the bits that both sides use
 */
@Linear
@Earned(
        from = AcknowledgedDevice.class,
        tells = DeviceStatus.FEATURES_OK,
        confirms = DeviceStatus.FEATURES_OK,
        abandons = DeviceStatus.FAILED)
public record NegotiatedDevice(Transport transport, @BitMask @U64 long features) {
    /**
     * Walks a device from wherever it is to agreed features. Where that fails, the device has been told.
     *
     * @param implemented the features that the driver implements
     * @param required those of them that it cannot do without
     * @throws DriverException ETIMEDOUT where the device does not reset; EOPNOTSUPP where there is no agreement
     */
    @Conforms("drv.basic.init.1")
    public static NegotiatedDevice negotiate(
            Transport transport, @BitMask @U64 long implemented, @BitMask @U64 long required) throws DriverException {
        AcknowledgedDevice acknowledged = ResetDevice.reset(transport).acknowledge();
        try {
            return acknowledged.negotiate(implemented, required);
        } catch (DriverException e) {
            acknowledged.abandon();
            throw e;
        }
    }

    /** Whether both sides use a feature. */
    @KnowsFeature
    public boolean has(@BitNumber @Range(max = 63) int feature) {
        return Bit.isSet(features, feature);
    }

    /** Lets the device use its queues. Every queue has been enabled before. */
    @Conforms("drv.basic.init.8")
    @Conforms("drv.basic.init.9")
    @Moves
    @Exposes
    public LiveDevice start() {
        transport.addStatus(DeviceStatus.DRIVER_OK);
        return new LiveDevice(transport);
    }

    /** Gives up on the device, and tells it so. */
    @Conforms("drv.basic.init.13")
    @Moves
    public void abandon() {
        transport.addStatus(DeviceStatus.FAILED);
    }
}
