// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;

/** SEM-04, SEM-07, SEM-10: arithmetic that stays in range, across widths and signs. */
public final class Exact {
    private Exact() {}

    public static int difference(@U16 int a, @U16 int b) {
        return a - b;
    }

    public static long longDifference(@U32 long a, @U32 long b) {
        return a - b;
    }

    public static @U64 long product(@U32 long a, @U16 int b) {
        return a * b;
    }

    public static long widened(@U16 int a, @U16 int b) {
        return (long) a * b * 3;
    }

    public static int negated(@Range(min = -1000, max = 1000) int a) {
        return -a;
    }

    public static long mixed(@Range(min = -5, max = 5) int a, @U32 long b) {
        return a + b;
    }

    public static int quotient(@Range(min = -2147483647) int a, @Range(min = 1, max = 9) int b) {
        return a / b;
    }

    public static int remainder(@Range(min = -2147483647) int a, @Range(min = 1, max = 9) int b) {
        return a % b;
    }

    public static int byNegative(@Range(min = -1000, max = 1000) int a, @Range(min = -7, max = -1) int b) {
        return a / b * 100 + a % b;
    }

    public static long byUnsigned(@Range(min = -9, max = 9) long a, @U32 long b) {
        return b == 0 ? 0 : a / b;
    }

    public static @U8 int narrowed(@U32 long a) {
        return a < 200 ? (int) a : 200;
    }

    public static int cancelled(@U8 int a, @U8 int b) {
        return a * 3 - b * 5 + 1;
    }
}
