// SPDX-License-Identifier: MIT OR GPL-2.0-only
package boxed;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Something that a machine owns and ends, whatever its class. */
@Linear
public interface Part {
    /** How much it has seen. */
    @U32 long count();

    /** Ends it. */
    @Moves
    void close();

    /** Ends it, and says what it has seen. */
    @Moves
    @U32 long closeAndCount();

    /**
     * Ends it, unless it is needed.
     *
     * @throws DriverException EBUSY where it is needed; it goes on living then
     */
    @Moves
    void closeUnless(boolean busy) throws DriverException;
}
