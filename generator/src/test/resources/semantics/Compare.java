// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** SEM-08, SEM-10: comparisons across widths and signs, and unsigned ones. */
public final class Compare {
    private Compare() {}

    public static boolean signedBelowUnsigned(int a, @U32 long b) {
        return a < b;
    }

    public static boolean notAbove(long a, @U16 int b) {
        return a <= b;
    }

    public static boolean sumAbove(@U16 int a, @U16 int b, @U32 long c) {
        return a + b > c;
    }

    public static boolean differenceBelow(@U16 int a, @U16 int b, @U32 long c) {
        return a - b < c;
    }

    public static boolean same(int a, long b) {
        return a == b;
    }

    public static boolean other(@U32 long a, int b) {
        return a != b;
    }

    public static boolean lessUnsigned(@U64 long a, @U64 long b) {
        return Uint64.lessThan(a, b);
    }

    public static boolean atMostUnsigned(@U64 long a, @U64 long b) {
        return Uint64.atMost(a, b);
    }

    public static @U64 long dividedUnsigned(@U64 long a, @U64 long b) {
        return b == 0 ? 0 : Uint64.divide(a, b);
    }

    public static @U64 long remainderUnsigned(@U64 long a, @U64 long b) {
        return b == 0 ? 0 : Uint64.remainder(a, b);
    }

    public static @U32 long high(@U64 long a) {
        return Uint64.high32(a);
    }

    public static @U32 long low(@U64 long a) {
        return Uint64.low32(a);
    }

    public static @U64 long joined(@U32 long a, @U32 long b) {
        return Uint64.fromHalves(a, b);
    }
}
