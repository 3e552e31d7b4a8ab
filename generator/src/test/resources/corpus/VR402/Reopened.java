// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** Gives its crate back, and gets a new one from a method that it calls for something else. */
@Linear
public final class Reopened {
    private @Nullable Crate crate;

    /** Without a crate. */
    public Reopened() {
        this.crate = null;
    }

    /** A crate, if there is none. */
    @Probe
    public void open(@U16 int size) throws DriverException {
        if (crate == null) {
            crate = new Crate(size);
        }
    }

    /** How large the crate is; there is one afterwards. */
    @Probe
    private @U16 int size() throws DriverException {
        open(5);
        return crate == null ? 0 : crate.size();
    }

    /** Ends it, and leaves a crate behind. */
    @Probe
    @Moves
    public @U16 int end() throws DriverException {
        if (crate != null) {
            crate.breakUp();
            crate = null;
        }
        return size(); // expect VR402: its 'crate' is not consumed
    }
}
