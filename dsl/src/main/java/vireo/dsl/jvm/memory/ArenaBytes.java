// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.Objects;
import vireo.dsl.DmaBytes;
import vireo.dsl.jvm.RangeCheck;

/** Bytes of a region. */
record ArenaBytes(Arena arena, Region region, long offset, int length) implements DmaBytes {
    @Override
    public int get(int index) {
        return (int) arena.load(region, offset + Objects.checkIndex(index, length), 1, false);
    }

    @Override
    public void set(int index, int value) {
        RangeCheck.u8(value, "DmaBytes.", "set");
        arena.store(region, offset + Objects.checkIndex(index, length), 1, value, false);
    }

    @Override
    public DmaBytes slice(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new ArenaBytes(arena, region, offset + from, count);
    }

    @Override
    public void zero(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        arena.zeroBytes(region, offset + from, count);
    }

    @Override
    public void copyTo(int from, byte[] to, int toOffset, int count) {
        Objects.checkFromIndexSize(from, count, length);
        Objects.checkFromIndexSize(toOffset, count, to.length);
        arena.loadBytes(region, offset + from, to, toOffset, count);
    }

    @Override
    public void copyFrom(int to, byte[] from, int fromOffset, int count) {
        Objects.checkFromIndexSize(to, count, length);
        Objects.checkFromIndexSize(fromOffset, count, from.length);
        arena.storeBytes(region, offset + to, from, fromOffset, count);
    }
}
