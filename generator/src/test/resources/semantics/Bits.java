// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Endian;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;

/** SEM-09, SEM-11, SEM-12: shifts, masks, byte order. */
public final class Bits {
    private static final int FLAG = 0x80;

    private Bits() {}

    public static @U8 int cleared(@U8 int a) {
        return a & ~FLAG;
    }

    public static @U32 long clearedWide(@U32 long a) {
        return a & ~FLAG;
    }

    public static @U32 long clearedLong(@U32 long a, @U16 int b) {
        return a & ~((long) b << 3);
    }

    public static @U16 int set(@U16 int a, @U8 int b) {
        return a | b << 8;
    }

    public static long exclusive(int a, @U32 long b) {
        return a ^ b;
    }

    public static int complement(int a) {
        return ~a;
    }

    public static long complementWide(@U32 long a) {
        return ~a;
    }

    public static int andSigned(int a, int b) {
        return a & b;
    }

    public static long orMixed(int a, @U32 long b) {
        return a | b;
    }

    public static long left(@U32 long a, @Range(max = 30) int n) {
        return a << n;
    }

    public static int one(@Range(max = 30) int n) {
        return 1 << n;
    }

    public static int leftSmall(@U8 int a, @Range(max = 20) int n) {
        return a << n;
    }

    public static int right(int a, @Range(max = 31) int n) {
        return a >> n;
    }

    public static int logical(int a, @Range(max = 31) int n) {
        return a >>> n;
    }

    public static long logicalLong(long a, @Range(max = 63) int n) {
        return a >>> n;
    }

    public static long rightLong(long a, @Range(max = 63) int n) {
        return a >> n;
    }

    public static @U32 long rightWide(@U32 long a, @Range(max = 63) int n) {
        return a >> n;
    }

    public static int rightNarrow(@U8 int a, @Range(max = 31) int n) {
        return a >>> n;
    }

    public static @U16 int twice16(@U16 int a) {
        return Endian.fromBe16(Endian.toBe16(a));
    }

    public static @U64 long twice64(@U64 long a) {
        return Endian.fromLe64(Endian.toLe64(a));
    }
}
