// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** The reset fails, and the stage is reached all the same. */
@Linear
@Earned(tells = Link.FOUND)
public record OnErrorPath(Link link) {
    /** Swallows the failure. */
    public static OnErrorPath find(Link link) {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not reset: %s", e.errno());
        }
        link.tell(Link.FOUND);
        return new OnErrorPath(link); // expect VR701: on which the device was not reset
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
