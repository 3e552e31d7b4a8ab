// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Earned;

/**
 * The evidence that a device has been started: without it there is no {@link QueueNotifier}, so that nothing is notified before
 * DRIVER_OK. VIRTIO 1.4, 3.1.1.
 *
 * @param transport the way to the device
 */
@Conforms("drv.basic.init.15")
@Earned(from = NegotiatedDevice.class, tells = DeviceStatus.DRIVER_OK)
public record LiveDevice(Transport transport) {}
