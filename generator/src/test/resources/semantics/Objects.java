// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.DriverException;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** SEM-01, SEM-02, SEM-07, SEM-17, SEM-18, SEM-19, SEM-21: values, objects, order, stored bytes. */
public final class Objects {
    private Objects() {}

    public static int copied(@U8 int a) {
        Counter first = new Counter(a, a % 2 == 1);
        Counter second = first.twice();
        return first.value() * 1000 + second.value() + (second.odd() ? 1 : 0);
    }

    private static void addTwice(Tally tally) {
        tally.add(3);
        tally.add(4);
    }

    @Probe
    public static int shared(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        addTwice(tally);
        return tally.end(tally.total());
    }

    @Probe
    public static int leftByLabel(@U8 int a, @U8 int b) throws DriverException {
        Tally tally = new Tally(a);
        tally.addUntil(b & 7);
        return tally.end(tally.total());
    }

    @Probe
    public static int initial(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.end(tally.untouched());
    }

    @Probe
    public static int ordered(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.end(tally.next() * 100 + tally.next() * 10 + tally.next());
    }

    @Probe
    public static int readBefore(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        return tally.end(tally.total() + tally.addAndGet(5));
    }

    @Probe
    public static int shortCircuit(@U8 int a) throws DriverException {
        Tally tally = new Tally(a);
        boolean both = tally.next() > 1 && tally.next() > 1;
        return tally.end(both ? 100 : tally.next());
    }

    @Probe
    public static int shortCircuits(@U8 int a, boolean b) throws DriverException {
        Tally tally = new Tally(a);
        boolean either = b || !(tally.next() > 1 && tally.next() > a) || tally.next() > 2;
        if (tally.next() > 3 && (b || tally.next() > 3) && !either) {
            return tally.end(1000 + tally.next());
        }
        return tally.end(either && tally.next() < 5 ? 100 : tally.next());
    }

    @Probe
    public static boolean isShortCircuit(@U8 int a, boolean b) throws DriverException {
        Tally tally = new Tally(a);
        boolean all = b && tally.next() == 1 && tally.next() == 2;
        return tally.end(tally.next()) == 3 && all;
    }

    @Probe
    public static int stored(@U8 int a, @U8 int index) throws DriverException {
        Tally tally = new Tally(a);
        int stored = tally.stored(index % 8, a);
        return tally.end(stored);
    }

    @Probe
    public static int signedBytes(@U8 int a, @U8 int index) throws DriverException {
        Tally tally = new Tally(a);
        return tally.end(tally.signed(index % 4, a));
    }

    @Probe
    public static int cutBytes(int value, @U8 int index) throws DriverException {
        Tally tally = new Tally(1);
        return tally.end(tally.cut(index % 4, value));
    }

    @Probe
    public static long wordOfBytes(@U32 long value) throws DriverException {
        Tally tally = new Tally(1);
        @U32 long word = tally.word(value);
        return word + tally.end(0);
    }

    @Probe
    public static int movedByte(@Range(min = -128, max = 127) int value, @U8 int index) throws DriverException {
        Tally tally = new Tally(1);
        return tally.end(tally.moved(index % 4, value));
    }
}
