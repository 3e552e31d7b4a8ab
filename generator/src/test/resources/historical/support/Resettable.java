// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DeviceSays;
import vireo.dsl.DriverException;
import vireo.dsl.Quiesces;
import vireo.dsl.U32;

/** A device that can be stopped. */
public interface Resettable {
    /** The status, as the device sees it. */
    @DeviceSays
    @U32 long status();

    /** Stops the device, and waits until it has stopped. */
    @Quiesces(confirmed = true)
    void reset() throws DriverException;
}
