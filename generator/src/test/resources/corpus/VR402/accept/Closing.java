// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** A crate that is made when it is needed; the method that everybody may call to close it leaves none. */
@Linear
public final class Closing {
    private @Nullable Crate crate;

    /** Without a crate. */
    public Closing() {
        this.crate = null;
    }

    /** A crate, if there is none. */
    @Probe
    public void open(@U16 int size) throws DriverException {
        if (crate == null) {
            crate = new Crate(size);
        }
    }

    /** No crate. */
    public void close() {
        if (crate != null) {
            crate.breakUp();
            crate = null;
        }
    }

    /** Ends it. */
    @Moves
    public void end() {
        close();
    }
}
