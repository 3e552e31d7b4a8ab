// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** The kernel is told of each event, whatever it does then. */
public final class InLoop implements InterruptHandler {
    private final Listener listener;

    /** Tells somebody. */
    public InLoop(Listener listener) {
        this.listener = listener;
    }

    /** Tells of each. */
    @Override
    public boolean interrupt(@U32 long source) {
        for (int i = 0; i < 4; i++) {
            listener.listen(); // expect VR801: The kernel's own code is called
        }
        return true;
    }
}
