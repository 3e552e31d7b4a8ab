// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DmaStruct;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Ring;
import vireo.dsl.jvm.Binders;
import vireo.dsl.jvm.DmaBinder;
import vireo.dsl.jvm.RangeCheck;

/** One region of an arena, as its owner holds it. Once freed it is poisoned: every use says where it was freed. */
final class ArenaMemory implements DmaMemory {
    private static final int LONGEST_RING = 32768;
    private static final int LONGEST_ARRAY = 65536;

    private final Arena arena;
    private final Region region;

    ArenaMemory(Arena arena, Region region) {
        this.arena = arena;
        this.region = region;
    }

    Arena arena() {
        return arena;
    }

    Region region() {
        return region;
    }

    @Override
    public long size() {
        checkOwned("size");
        return region.size();
    }

    @Override
    public long physical() {
        checkOwned("physical");
        return region.physical;
    }

    @Override
    public <T> T struct(Class<T> type, long offset) throws DriverException {
        if (!type.isAnnotationPresent(DmaStruct.class)) {
            throw new IllegalArgumentException("DmaMemory.struct: " + type.getName() + " is not marked @DmaStruct");
        }
        DmaBinder<T> binder = Binders.dma(type);
        checkPlace("struct", offset, binder.size(0), binder.align());
        return binder.bind(space(), offset, 0);
    }

    @Override
    public <T> T ring(Class<T> type, long offset, int length) throws DriverException {
        if (!type.isAnnotationPresent(Ring.class)) {
            throw new IllegalArgumentException("DmaMemory.ring: " + type.getName() + " is not marked @Ring");
        }
        RangeCheck.within(length, 1, LONGEST_RING, "DmaMemory.", "ring (length)");
        DmaBinder<T> binder = Binders.dma(type);
        checkPlace("ring", offset, binder.size(length), binder.align());
        return binder.bind(space(), offset, length);
    }

    @Override
    public <T> DmaArray<T> array(Class<T> type, long offset, int count) throws DriverException {
        if (type.isAnnotationPresent(Ring.class)) {
            throw new IllegalArgumentException(
                    "DmaMemory.array: " + type.getName() + " is a ring, which has no fixed size");
        }
        RangeCheck.within(count, 1, LONGEST_ARRAY, "DmaMemory.", "array (count)");
        DmaBinder<T> binder = Binders.dma(type);
        long stride = binder.size(0);
        checkPlace("array", offset, stride * count, binder.align());
        return space().array(offset, count, stride, binder);
    }

    @Override
    public DmaBytes bytes(long offset, int length) throws DriverException {
        RangeCheck.within(length, 0, Integer.MAX_VALUE, "DmaMemory.", "bytes (length)");
        checkPlace("bytes", offset, length, 1);
        return space().bytes(offset, length);
    }

    private ArenaSpace space() {
        return new ArenaSpace(arena, region);
    }

    private void checkPlace(String operation, long offset, long size, int align) throws DriverException {
        checkOwned(operation);
        RangeCheck.u32(offset, "DmaMemory.", operation + " (offset)");
        if (size > region.size() - offset) {
            throw new DriverException(Errno.ERANGE);
        }
        if ((region.physical + offset) % align != 0) {
            throw new DriverException(Errno.EINVAL);
        }
    }

    private void checkOwned(String operation) {
        if (!region.live()) {
            throw new IllegalStateException("DmaMemory." + operation + " after it was moved: " + region);
        }
    }

    /** What and where it is, and what became of it. */
    @Override
    public String toString() {
        return region.toString();
    }
}
