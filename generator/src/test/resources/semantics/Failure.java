// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

/** SEM-15, SEM-16: failure and clean-up on every way out. */
public final class Failure {
    private Failure() {}

    private static void refuse(@U8 int a, @U8 int limit) throws DriverException {
        if (a > limit) {
            throw new DriverException(Errno.ERANGE);
        }
        if (a == limit) {
            throw new DriverException(Errno.EBUSY);
        }
    }

    private static @U8 int half(@U8 int a) throws DriverException {
        refuse(a, 100);
        return a / 2;
    }

    public static @U8 int passedOn(@U8 int a) throws DriverException {
        return half(a);
    }

    public static int caught(@U8 int a) {
        try {
            return half(a);
        } catch (DriverException e) {
            return e.errno() == Errno.EBUSY ? -2 : -1;
        }
    }

    public static int swallowed(@U8 int a, @U8 int b) {
        @Range(max = 510) int result = 0;
        try {
            result = half(a);
            result += half(b);
        } catch (DriverException e) {
            result = result / 2 + 255;
        }
        return result;
    }

    public static @U8 int translated(@U8 int a, @U8 int b) throws DriverException {
        try {
            refuse(a, 50);
            refuse(b, 60);
            return half(a);
        } catch (DriverException e) {
            if (e.errno() == Errno.EBUSY) {
                throw new DriverException(Errno.EIO);
            }
            throw e;
        }
    }

    public static int inLoop(@U8 int a, @U8 int b) {
        @U16 int failures = 0;
        for (int i = 0; i < 4; i++) {
            try {
                refuse(a, 30 * i);
                refuse(b, 20 * i);
            } catch (DriverException e) {
                failures = Uint16.wrappingAdd(failures, 1 + i);
                continue;
            }
            failures = Uint16.wrappingAdd(failures, 100);
        }
        return failures;
    }

    public static int cleaned(@U8 int a) {
        Counter counter = Counter.fresh();
        int result = 0;
        try {
            result = half(a);
        } catch (DriverException e) {
            result = 7;
        } finally {
            result += 50 + counter.value();
        }
        return result;
    }

    public static int returnedBefore(@U8 int a) {
        int x = a;
        try {
            if (x > 10) {
                return x;
            }
            x = 3;
        } finally {
            x = 99;
        }
        return x;
    }

    public static int leftLoop(@U8 int a) {
        @U16 int steps = 0;
        for (int i = 0; i < 10; i++) {
            try {
                if (i == a) {
                    break;
                }
                if (i == 2) {
                    continue;
                }
                steps = Uint16.wrappingAdd(steps, 10);
            } finally {
                steps = Uint16.wrappingAdd(steps, 1);
            }
        }
        return steps;
    }

    public static @U8 int twoLevels(@U8 int a, @U8 int b) throws DriverException {
        int n = 0;
        try {
            n = 1;
            try {
                refuse(a, 40);
                n = 2;
            } finally {
                n += 4;
            }
            refuse(b, 50);
        } finally {
            n += 8;
        }
        return n;
    }
}
