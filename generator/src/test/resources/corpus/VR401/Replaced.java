// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Probe;
import vireo.dsl.U16;

/** Another name for what a field owned, after the field got something else. */
@Linear
public final class Replaced {
    private Crate crate;

    /** Takes a crate over. */
    public Replaced(@Moves Crate crate) {
        this.crate = crate;
    }

    /** Another crate for the old one. */
    public void replace(@Moves Crate fresh) {
        crate.breakUp();
        crate = fresh;
    }

    /** What is in use now. */
    public Crate crate() {
        return crate;
    }

    /** The old one, while there is a new one. */
    public @U16 int own(@Moves Crate fresh) {
        Crate old = crate;
        replace(fresh);
        return old.size(); // expect VR401: 'old' refers to a value that was moved away
    }

    /** The same from outside, in a loop. */
    @Probe
    public static @U16 int others(Replaced holder) throws DriverException {
        Crate first = holder.crate();
        @U16 int size = 0;
        for (int i = 0; i < 3; i++) {
            size = first.size(); // expect VR401: 'first' refers to a value that was moved away
            holder.replace(new Crate(size));
        }
        return size;
    }

    /** Ends it. */
    @Moves
    public void release() {
        crate.breakUp();
    }
}
