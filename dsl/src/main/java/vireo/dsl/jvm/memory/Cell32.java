// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.nio.ByteOrder;
import vireo.dsl.Be32;
import vireo.dsl.Le32;
import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.RangeCheck;

/** 32 bits of a region. Memory is seen as little-endian numbers: a big-endian cell swaps. */
record Cell32(Arena arena, Region region, long offset, boolean bigEndian) implements Le32, Be32 {
    @Override
    public long get() {
        return order(arena.load(region, offset, 4, false), bigEndian);
    }

    @Override
    public void set(long value) {
        arena.store(region, offset, 4, order(RangeCheck.u32(value, name(), "set"), bigEndian), false);
    }

    @Override
    public long raw() {
        return order(arena.load(region, offset, 4, false), bigEndianProcessor());
    }

    @Override
    public void setRaw(long value) {
        arena.store(region, offset, 4, order(RangeCheck.u32(value, name(), "setRaw"), bigEndianProcessor()), false);
    }

    @Override
    public void publish(long value) {
        arena.store(region, offset, 4, order(RangeCheck.u32(value, name(), "publish"), bigEndian), true);
    }

    @Override
    public long observe() {
        return order(arena.load(region, offset, 4, true), bigEndian);
    }

    private static boolean bigEndianProcessor() {
        return Environment.current().byteOrder() == ByteOrder.BIG_ENDIAN;
    }

    private static long order(long value, boolean swap) {
        return swap ? Integer.toUnsignedLong(Integer.reverseBytes((int) value)) : value;
    }

    private String name() {
        return bigEndian ? "Be32." : "Le32.";
    }
}
