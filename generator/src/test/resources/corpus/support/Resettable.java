// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DeviceSays;
import vireo.dsl.DriverException;
import vireo.dsl.Quiesces;
import vireo.dsl.U8;

/** What can be reset; the cases share it. */
public interface Resettable {
    /** The status. */
    @DeviceSays
    @U8 int status();

    /** Stops it. */
    @Quiesces(confirmed = true)
    void reset() throws DriverException;
}
