// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Another method gives the value, and may be called never. */
public final class AcrossCall {
    private @U16 int level; // expect VR115: The field 'level' has no first value.

    /** Starts somewhere. */
    public void start(@U16 int at) {
        level = at;
    }

    /** Where it is. */
    public @U16 int level() {
        return level;
    }
}
