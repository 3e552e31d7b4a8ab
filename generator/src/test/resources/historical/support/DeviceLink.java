// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.AcceptsFeatures;
import vireo.dsl.BitMask;
import vireo.dsl.DeviceSays;
import vireo.dsl.DriverException;
import vireo.dsl.NeedsStage;
import vireo.dsl.OffersFeatures;
import vireo.dsl.Quiesces;
import vireo.dsl.TellsDevice;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;

/** The way to a device. */
public interface DeviceLink {
    /** The device was noticed. */
    @BitMask @U8 int ACKNOWLEDGE = 1;

    /** There is a driver for it. */
    @BitMask @U8 int DRIVER = 2;

    /** The driver is ready. */
    @BitMask @U8 int DRIVER_OK = 4;

    /** Both sides agree on the features. */
    @BitMask @U8 int FEATURES_OK = 8;

    /** The driver has given up. */
    @BitMask @U8 int FAILED = 128;

    /** The status, as the device sees it. */
    @DeviceSays
    @BitMask @U8 int status();

    /** Adds bits to the status. */
    @TellsDevice
    void addStatus(@BitMask @U8 int bits);

    /** Stops the device, and waits until it has stopped. */
    @Quiesces(confirmed = true)
    void reset() throws DriverException;

    /** What the device offers. */
    @OffersFeatures
    @BitMask @U64 long offeredFeatures();

    /** What the driver accepts. */
    @AcceptsFeatures
    void acceptFeatures(@BitMask @U64 long features);

    /** Tells the device that a queue has something new. */
    @NeedsStage(LiveDevice.class)
    void notifyQueue(@U32 long queue);
}
