// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Nullable;

/** Nobody, where there is none: null is a value to be written too. */
public final class Nobody {
    private @Nullable Uart uart; // expect VR115: gives the field 'uart' a value on some paths only

    /** Attaches, where that is wanted. */
    public Nobody(Uart found, boolean wanted) {
        if (wanted) {
            this.uart = found;
        }
    }

    /** Lets go. */
    public void detach() {
        this.uart = null;
    }

    /** Whether there is one. */
    public boolean isAttached() {
        return uart != null;
    }
}
