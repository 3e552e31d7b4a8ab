// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import vireo.dsl.Octet;
import vireo.dsl.jvm.RangeCheck;

/** One byte of a region. */
record OctetCell(Arena arena, Region region, long offset) implements Octet {
    @Override
    public int get() {
        return (int) arena.load(region, offset, 1, false);
    }

    @Override
    public void set(int value) {
        arena.store(region, offset, 1, RangeCheck.u8(value, "Octet.", "set"), false);
    }
}
