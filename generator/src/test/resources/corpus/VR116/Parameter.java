// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** One argument is used twice, the other not at all. */
public final class Parameter {
    private Parameter() {}

    /** Bytes of both. */
    public static int bytes(@U16 int header, @U16 int data) { // expect VR116: The parameter 'data' of Parameter.bytes is never read.
        return header + header;
    }
}
