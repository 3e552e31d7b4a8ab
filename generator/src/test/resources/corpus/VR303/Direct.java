// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** An index that nobody compared. */
public final class Direct {
    private Direct() {}

    /** A byte. */
    public static int at(byte[] data, @U16 int index) {
        return data[index]; // expect VR303: not known to be below
    }
}
