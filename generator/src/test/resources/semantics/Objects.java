// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** SEM-01, SEM-17, SEM-18, SEM-19, SEM-21: values, objects, order. */
public final class Objects {
    private Objects() {}

    public static int copied(@U8 int a) {
        Counter first = new Counter(a, a % 2 == 1);
        Counter second = first.twice();
        return first.value() * 1000 + second.value() + (second.odd() ? 1 : 0);
    }

    public static int shared(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        Tally same = tally;
        same.add(3);
        return tally.total();
    }

    public static int initial(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.untouched();
    }

    public static int ordered(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.next() * 100 + tally.next() * 10 + tally.next();
    }

    public static int readBefore(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.total() + tally.addAndGet(5);
    }

    public static boolean shortCircuit(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        boolean both = tally.next() > 1 && tally.next() > 1;
        return both || tally.total() == 1;
    }

    public static @U16 int stored(@U8 int a, @U8 int index) throws DriverException {
        Tally tally = new Tally(a);
        return tally.stored(index % 8, a);
    }

    public static int signedBytes(@U8 int a, @U8 int index) throws DriverException {
        Tally tally = new Tally(a);
        return tally.signed(index % 4, a);
    }
}
