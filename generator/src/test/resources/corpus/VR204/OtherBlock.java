// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U8;

/** Selects in one device, and asks another. */
public final class OtherBlock {
    private OtherBlock() {}

    /** The size of a queue. */
    public static @U32 long size(Windowed first, Windowed second, @U8 int queue) {
        first.select().write(queue);
        return second.size().read(); // expect VR204: 'size' is used where 'select' is not known
    }
}
