// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.jvm.RegisterBinder;
import vireo.dsl.jvm.RegisterSpace;

/** What the generator writes for {@link Counters}. */
public final class CountersBinder implements RegisterBinder<Counters> {
    @Override
    public int size() {
        return 0x40;
    }

    @Override
    public int align() {
        return 8;
    }

    @Override
    public Counters bind(RegisterSpace space, long offset) {
        return new Counters(
                space.rw8(offset),
                space.rc8(offset + 0x01),
                space.ro16(offset + 0x02),
                space.wo16(offset + 0x04),
                space.rw32(offset + 0x08),
                space.w1c32(offset + 0x0c),
                space.rw64(offset + 0x10),
                space.rwSplit64(offset + 0x18),
                space.roSplit64(offset + 0x20),
                space.array(offset + 0x30, 4, 4, space::rw32));
    }
}
