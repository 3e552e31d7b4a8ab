// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.U8;

/** Bytes are read that no completion ever spoke of. */
public final class Untold {
    private Untold() {}

    /** The first byte. */
    public static @U8 int first(@Length("64") DmaBytes buffer) {
        return buffer.get(0); // expect VR407: nothing says that the device has written them
    }
}
