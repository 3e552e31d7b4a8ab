// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** The answer is read without anybody having asked whether there is one. */
public final class Direct {
    private Direct() {}

    /** What the device says. */
    public static @U32 long status(Answered area) {
        return area.status().get(); // expect VR407: on some way here no completion was taken
    }
}
