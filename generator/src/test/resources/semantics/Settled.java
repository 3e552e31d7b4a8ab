// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** SEM-08, SEM-11, SEM-13: comparisons that the types of C settle, which compilers would warn about, and complements. */
public final class Settled {
    private Settled() {}

    public static boolean byteBelowNothing(@U8 int a) {
        return a <= -1;
    }

    public static boolean wordAboveLess(@U32 long a) {
        return a > -1;
    }

    public static boolean atMostAll(@U16 int a) {
        return a <= 65535;
    }

    public static boolean sideStillAsks(@U8 int a, int b) {
        return (a >= 0 && b > 3) || (a > 255 && b < 3);
    }

    public static int localIsUnsigned(@U8 int a) {
        int sum = a;
        for (int i = 0; i < 3; i++) {
            if (sum < 0) {
                return -1;
            }
            sum = i + a;
        }
        return sum < 0 ? 5 : sum;
    }

    public static int untilNever(@U8 int a) {
        int left = a;
        int steps = 0;
        while (left >= 0) {
            if (left == 0 || steps > 300) {
                break;
            }
            left--;
            steps++;
        }
        return steps;
    }

    public static int flagOfOutcome(@U8 int a, boolean b) {
        boolean below = a < 0;
        return (a < 0 == b ? 1 : 0) + (b != a >= 0 ? 2 : 0) + (below ? 4 : 0);
    }

    public static int itself(@U16 int a) {
        int b = a;
        return (b == a ? 1 : 0) + ((a & 4) == 2 ? 2 : 0) + ((a | 1) != 2 ? 4 : 0);
    }

    public static boolean complementIsNumber(@U8 int a, int b) {
        return ~a == b;
    }

    public static boolean complementIsConstant(@U16 int a) {
        return ~a == -4;
    }

    public static boolean complementBelow(@U8 int a, @U16 int b) {
        return ~a < b || ~a > -20;
    }

    public static boolean complementOfWord(@U32 long a, long b) {
        return ~a <= b;
    }

    public static boolean complementAmongBits(@U8 int a, @U8 int b) {
        return (~a & 0xff) == b;
    }
}
