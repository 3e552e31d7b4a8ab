// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.DeviceSays;
import vireo.dsl.TellsDevice;
import vireo.dsl.U8;

/** The status of a device, however it is reached. */
public interface StatusRegister {
    /** The status, as the device sees it. */
    @DeviceSays
    @BitMask @U8 int status();

    /** Adds bits to the status. */
    @TellsDevice
    void addStatus(@BitMask @U8 int bits);
}
