// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Endian;
import vireo.dsl.U32;

/** Converted once, each way. */
public final class Converted {
    private Converted() {}

    /** Copies the tag, raw and as a number. */
    public static @U32 long copy(Slot from, Slot to) {
        to.tag().setRaw(from.tag().raw());
        to.id().set(Endian.fromBe32(from.tag().raw()));
        return from.tag().get();
    }
}
