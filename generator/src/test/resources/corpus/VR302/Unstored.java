// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.Text;

/** A value that only some constructions store: null in Java, empty in C. */
public final class Unstored {
    private Text name; // expect VR302: The constructor does not store the field 'name' on every path.

    Unstored(boolean ready) {
        if (ready) {
            this.name = Text.format("ready");
        }
    }

    /** Says who it is. */
    public void introduce() {
        Log.info("%s", name);
    }
}
