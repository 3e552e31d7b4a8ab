// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Exposes;
import vireo.dsl.Quiesces;
import vireo.dsl.U64;

/** A device that is let loose on memory by its address; the cases share it. */
public interface Engine {
    /** Lets it go. */
    @Exposes
    void go(@U64 long address);

    /** Whether it works still. */
    boolean isBusy();

    /** Stops it. */
    @Quiesces
    void halt() throws DriverException;
}
