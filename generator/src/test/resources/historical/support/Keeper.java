// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;

/** Takes memory back. */
public interface Keeper {
    /** Takes a piece of memory. */
    void release(@Moves DmaMemory memory);

    /** A device was not stopped: from now on what is released is kept for good. */
    @Quiesces(keepsMemory = true)
    void keepAll();
}
