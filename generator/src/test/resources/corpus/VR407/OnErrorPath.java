// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.U32;

/** Where taking the completion failed, the answer is read all the same. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** What the device says. */
    public static @U32 long status(Finisher queue, Answered area) {
        try {
            if (queue.take().request() == Finish.NONE) {
                return 1;
            }
        } catch (DriverException e) {
            Log.warn("no completion: %s", e.errno());
        }
        return area.status().get(); // expect VR407: on some way here no completion was taken
    }
}
