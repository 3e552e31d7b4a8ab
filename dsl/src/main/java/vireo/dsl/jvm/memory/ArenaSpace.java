// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import vireo.dsl.Be16;
import vireo.dsl.Be32;
import vireo.dsl.Be64;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Octet;
import vireo.dsl.jvm.DmaBinder;
import vireo.dsl.jvm.DmaSpace;

/** One region, as binders see it. */
record ArenaSpace(Arena arena, Region region) implements DmaSpace {
    @Override
    public Octet octet(long offset) {
        return new OctetCell(arena, region, offset);
    }

    @Override
    public Le16 le16(long offset) {
        return new Cell16(arena, region, offset, false);
    }

    @Override
    public Le32 le32(long offset) {
        return new Cell32(arena, region, offset, false);
    }

    @Override
    public Le64 le64(long offset) {
        return new Cell64(arena, region, offset, false);
    }

    @Override
    public Be16 be16(long offset) {
        return new Cell16(arena, region, offset, true);
    }

    @Override
    public Be32 be32(long offset) {
        return new Cell32(arena, region, offset, true);
    }

    @Override
    public Be64 be64(long offset) {
        return new Cell64(arena, region, offset, true);
    }

    @Override
    public DmaBytes bytes(long offset, int length) {
        return new ArenaBytes(arena, region, offset, length);
    }

    @Override
    public <T> DmaArray<T> array(long offset, int length, long stride, DmaBinder<T> element) {
        return new Elements<>(length, index -> element.bind(this, offset + index * stride, 0));
    }

    @Override
    public <T> DmaArray<T> cells(long offset, int length, long stride, LongFunction<T> cell) {
        return new Elements<>(length, index -> cell.apply(offset + index * stride));
    }

    private record Elements<T>(int length, IntFunction<T> element) implements DmaArray<T> {
        @Override
        public T at(int index) {
            return element.apply(Objects.checkIndex(index, length));
        }
    }
}
