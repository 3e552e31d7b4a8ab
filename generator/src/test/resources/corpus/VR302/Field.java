// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** A counter of 16 bits that is counted too far. */
public final class Field {
    private @U16 int count;

    /** Nothing counted. */
    public Field() {
        this.count = 0;
    }

    /** Counts. */
    public void tick() {
        count = count + 1; // expect VR302: may not fit the field 'count'
    }
}
