// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.nio.ByteOrder;
import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/** Changes between CPU order and a declared byte order. */
@Intrinsic("endian")
public final class Endian {
    private Endian() {}

    /** A little-endian number of 16 bits, in CPU order. */
    @Intrinsic("endian.fromLe16")
    public static @U16 int fromLe16(@LittleEndian @U16 int value) {
        return swap16(value, ByteOrder.LITTLE_ENDIAN, "fromLe16");
    }

    /** A number of 16 bits in CPU order, as little-endian. */
    @Intrinsic("endian.toLe16")
    public static @LittleEndian @U16 int toLe16(@U16 int value) {
        return swap16(value, ByteOrder.LITTLE_ENDIAN, "toLe16");
    }

    /** A little-endian number of 32 bits, in CPU order. */
    @Intrinsic("endian.fromLe32")
    public static @U32 long fromLe32(@LittleEndian @U32 long value) {
        return swap32(value, ByteOrder.LITTLE_ENDIAN, "fromLe32");
    }

    /** A number of 32 bits in CPU order, as little-endian. */
    @Intrinsic("endian.toLe32")
    public static @LittleEndian @U32 long toLe32(@U32 long value) {
        return swap32(value, ByteOrder.LITTLE_ENDIAN, "toLe32");
    }

    /** A little-endian number of 64 bits, in CPU order. */
    @Intrinsic("endian.fromLe64")
    public static @U64 long fromLe64(@LittleEndian @U64 long value) {
        return swap64(value, ByteOrder.LITTLE_ENDIAN);
    }

    /** A number of 64 bits in CPU order, as little-endian. */
    @Intrinsic("endian.toLe64")
    public static @LittleEndian @U64 long toLe64(@U64 long value) {
        return swap64(value, ByteOrder.LITTLE_ENDIAN);
    }

    /** A big-endian number of 16 bits, in CPU order. */
    @Intrinsic("endian.fromBe16")
    public static @U16 int fromBe16(@BigEndian @U16 int value) {
        return swap16(value, ByteOrder.BIG_ENDIAN, "fromBe16");
    }

    /** A number of 16 bits in CPU order, as big-endian. */
    @Intrinsic("endian.toBe16")
    public static @BigEndian @U16 int toBe16(@U16 int value) {
        return swap16(value, ByteOrder.BIG_ENDIAN, "toBe16");
    }

    /** A big-endian number of 32 bits, in CPU order. */
    @Intrinsic("endian.fromBe32")
    public static @U32 long fromBe32(@BigEndian @U32 long value) {
        return swap32(value, ByteOrder.BIG_ENDIAN, "fromBe32");
    }

    /** A number of 32 bits in CPU order, as big-endian. */
    @Intrinsic("endian.toBe32")
    public static @BigEndian @U32 long toBe32(@U32 long value) {
        return swap32(value, ByteOrder.BIG_ENDIAN, "toBe32");
    }

    /** A big-endian number of 64 bits, in CPU order. */
    @Intrinsic("endian.fromBe64")
    public static @U64 long fromBe64(@BigEndian @U64 long value) {
        return swap64(value, ByteOrder.BIG_ENDIAN);
    }

    /** A number of 64 bits in CPU order, as big-endian. */
    @Intrinsic("endian.toBe64")
    public static @BigEndian @U64 long toBe64(@U64 long value) {
        return swap64(value, ByteOrder.BIG_ENDIAN);
    }

    private static int swap16(int value, ByteOrder order, String operation) {
        RangeCheck.u16(value, "Endian.", operation);
        return foreign(order) ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
    }

    private static long swap32(long value, ByteOrder order, String operation) {
        RangeCheck.u32(value, "Endian.", operation);
        return foreign(order) ? Integer.toUnsignedLong(Integer.reverseBytes((int) value)) : value;
    }

    private static long swap64(long value, ByteOrder order) {
        return foreign(order) ? Long.reverseBytes(value) : value;
    }

    private static boolean foreign(ByteOrder order) {
        return Environment.current().byteOrder() != order;
    }
}
