// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

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
import vireo.dsl.Waives;
import vireo.dsl.Window;

/** The way to a device that the cases share. */
public interface Link {
    /** The driver was found. */
    @BitMask @U8 int FOUND = 1;
    /** The driver may go. */
    @BitMask @U8 int GO = 4;
    /** The features are agreed on. */
    @BitMask @U8 int AGREED = 8;
    /** The driver has given up. */
    @BitMask @U8 int FAILED = 128;

    /** An old device that knows nothing of {@link #AGREED}. */
    @Waives(AGREED)
    boolean isOld();

    /** What the device thinks of itself. */
    @DeviceSays
    @BitMask @U8 int status();

    /** Adds bits to the status. */
    @TellsDevice
    void tell(@BitMask @U8 int bits);

    /** Stops the device. */
    @Quiesces(confirmed = true)
    void reset() throws DriverException;

    /** What the device can do. */
    @OffersFeatures
    @BitMask @U64 long offered();

    /** What it shall do. */
    @AcceptsFeatures
    void accept(@BitMask @U64 long features);

    /** Its configuration, in a window. */
    Modes modes(Window window) throws DriverException;

    /** Lets the device look at its queue. */
    @NeedsStage(Running.class)
    void ring(@U32 long queue);
}
