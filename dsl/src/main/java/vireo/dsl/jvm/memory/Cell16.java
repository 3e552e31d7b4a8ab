// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.nio.ByteOrder;
import vireo.dsl.Be16;
import vireo.dsl.Le16;
import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.RangeCheck;

/** 16 bits of a region. Memory is seen as little-endian numbers: a big-endian cell swaps. */
record Cell16(Arena arena, Region region, long offset, boolean bigEndian) implements Le16, Be16 {
    @Override
    public int get() {
        return (int) order(arena.load(region, offset, 2, false), bigEndian);
    }

    @Override
    public void set(int value) {
        arena.store(region, offset, 2, order(RangeCheck.u16(value, name(), "set"), bigEndian), false);
    }

    @Override
    public int raw() {
        return (int) order(arena.load(region, offset, 2, false), bigEndianProcessor());
    }

    @Override
    public void setRaw(int value) {
        arena.store(region, offset, 2, order(RangeCheck.u16(value, name(), "setRaw"), bigEndianProcessor()), false);
    }

    @Override
    public void publish(int value) {
        arena.store(region, offset, 2, order(RangeCheck.u16(value, name(), "publish"), bigEndian), true);
    }

    @Override
    public int observe() {
        return (int) order(arena.load(region, offset, 2, true), bigEndian);
    }

    private static boolean bigEndianProcessor() {
        return Environment.current().byteOrder() == ByteOrder.BIG_ENDIAN;
    }

    private static long order(long value, boolean swap) {
        return swap ? Short.toUnsignedLong(Short.reverseBytes((short) value)) : value;
    }

    private String name() {
        return bigEndian ? "Be16." : "Le16.";
    }
}
