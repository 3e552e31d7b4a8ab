// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.nio.ByteOrder;
import vireo.dsl.Be64;
import vireo.dsl.Le64;
import vireo.dsl.jvm.Environment;

/** 64 bits of a region. Memory is seen as little-endian numbers: a big-endian cell swaps. */
record Cell64(Arena arena, Region region, long offset, boolean bigEndian) implements Le64, Be64 {
    @Override
    public long get() {
        return order(arena.load(region, offset, 8, false), bigEndian);
    }

    @Override
    public void set(long value) {
        arena.store(region, offset, 8, order(value, bigEndian), false);
    }

    @Override
    public long raw() {
        return order(arena.load(region, offset, 8, false), bigEndianProcessor());
    }

    @Override
    public void setRaw(long value) {
        arena.store(region, offset, 8, order(value, bigEndianProcessor()), false);
    }

    @Override
    public void publish(long value) {
        arena.store(region, offset, 8, order(value, bigEndian), true);
    }

    @Override
    public long observe() {
        return order(arena.load(region, offset, 8, true), bigEndian);
    }

    private static boolean bigEndianProcessor() {
        return Environment.current().byteOrder() == ByteOrder.BIG_ENDIAN;
    }

    private static long order(long value, boolean swap) {
        return swap ? Long.reverseBytes(value) : value;
    }
}
