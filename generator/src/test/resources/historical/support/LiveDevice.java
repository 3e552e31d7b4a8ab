// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Earned;

/** A device that works: it was told DRIVER_OK. */
@Earned(from = NegotiatedDevice.class, tells = DeviceLink.DRIVER_OK)
public record LiveDevice(DeviceLink link) {}
