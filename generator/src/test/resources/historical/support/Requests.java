// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;

/** A queue that owns what the device works on. */
public interface Requests {
    /** Gives memory to the device. */
    void submit(@Moves DmaMemory memory);

    /** Takes back what the device has finished with. */
    DmaMemory complete() throws DriverException;
}
