// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Counts in the handler, asks in the thread. */
public final class Direct implements InterruptHandler {
    private @U32 long count;

    /** Nothing yet. */
    public Direct() {
        this.count = 0;
    }

    /** Counts. */
    @Override
    public boolean interrupt(@U32 long source) {
        count = Uint32.wrappingAdd(count, 1); // expect VR802: The field 'count' is written here
        return true;
    }

    /** How many. */
    public @U32 long count() {
        return count;
    }
}
