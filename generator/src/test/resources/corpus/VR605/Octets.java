// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaArray;
import vireo.dsl.Length;
import vireo.dsl.Octet;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** An array of octets is bytes as well. */
public final class Octets {
    private Octets() {}

    /** The byte behind the last. */
    public static @U8 int behind(@Length("64") DmaArray<Octet> buffer, @Delivered @Range(max = 64) int length) {
        if (length == 64) {
            return 0;
        }
        return buffer.at(length).get(); // expect VR605: no number of delivered bytes bounds it
    }
}
