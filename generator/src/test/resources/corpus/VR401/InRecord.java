// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Moves;
import vireo.dsl.U16;

/** A record that refers to an object refers to what is gone with the object. */
public final class InRecord {
    private InRecord() {}

    /** Twice the size. */
    public static int twice(@Moves Crate crate, Header header) {
        Seen labelled = new Seen(header, crate, 2);
        @U16 int size = labelled.crate().size();
        crate.breakUp();
        return size + labelled.crate().size(); // expect VR401: 'labelled' refers to a value that was moved away
    }
}
