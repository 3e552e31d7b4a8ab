// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** Both call the same private method. */
public final class AcrossCall implements InterruptHandler {
    private boolean ready;

    /** Not ready. */
    public AcrossCall() {
        this.ready = false;
    }

    /** Notes it. */
    @Override
    public boolean interrupt(@U32 long source) {
        note(true);
        return true;
    }

    /** Begins anew. */
    public void clear() {
        note(false);
    }

    private void note(boolean now) {
        ready = now; // expect VR802: The field 'ready' is written here
    }
}
