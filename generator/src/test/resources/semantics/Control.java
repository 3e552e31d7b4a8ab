// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Uint16;
import vireo.dsl.Uint32;
import vireo.dsl.Uint8;

/** SEM-02, SEM-03, SEM-13, SEM-14: choice and repetition. */
public final class Control {
    private Control() {}

    public static int chosen(int a) {
        switch (a) {
            case 1:
            case 2:
                return 10;
            case -3:
                return 20;
            default:
                return 30;
        }
    }

    public static int arrow(@U8 int a) {
        return switch (a) {
            case 0 -> 5;
            case 1, 2 -> 6;
            default -> a;
        };
    }

    public static int broken(@U8 int a) {
        int result = 1;
        switch (a) {
            case 0:
                result = 2;
                break;
            case 1:
                if (result == 1) {
                    break;
                }
                result = 3;
                break;
            default:
                result = 4;
                break;
        }
        return result;
    }

    public static @U32 long summed(@U8 int n) {
        @U32 long sum = 0;
        for (int i = 0; i < n; i++) {
            if (i == 13) {
                continue;
            }
            sum = Uint32.wrappingAdd(sum, i);
        }
        return sum;
    }

    public static @U16 int doubled(@U16 int a) {
        int value = a;
        int rounds = 0;
        do {
            value = Uint16.wrappingAdd(value, value);
            rounds++;
            if (value == 0) {
                continue;
            }
            value = Uint16.wrappingAdd(value, 1);
        } while (rounds < 5);
        return value;
    }

    public static int found(@U8 int a, @U8 int b) {
        outer:
        for (@U8 int i = 0; i < 16; i = Uint8.wrappingAdd(i, 1)) {
            for (@U8 int j = 0; j < 16; j++) {
                if (i * j == a) {
                    break outer;
                }
                if (i + j == b) {
                    continue outer;
                }
            }
            if (i == 7) {
                return -1;
            }
        }
        return 1;
    }

    public static @U8 int down(@U8 int a) {
        int left = a;
        while (left > 3) {
            left -= 3;
        }
        return left;
    }

    public static int nested(boolean a, boolean b, boolean c) {
        return a && (b || !c) ? 1 : b || c ? 2 : 3;
    }

    public static int compound(@Range(max = 100) int a) {
        int x = a;
        x += 7;
        x *= 2;
        x -= a;
        x <<= 1;
        x |= 1;
        int old = x++;
        return old + x;
    }

    public static boolean guarded(@U8 int a, @U8 int b) {
        return b != 0 && a / b > 3;
    }
}
