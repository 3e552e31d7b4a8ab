// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** SEM-26, SEM-18: an object that its owner ends without knowing its class. */
@Linear
public interface Vessel {
    /** What is in it. */
    @U8 int content();

    /** Ends it, and says what was in it. */
    @Moves
    @Discardable
    @U8 int empty();

    /**
     * Ends it where it holds less than the limit. Where it holds more, that fails with EBUSY, and it goes on living.
     */
    @Moves
    void emptyBelow(@U8 int limit) throws DriverException;
}
