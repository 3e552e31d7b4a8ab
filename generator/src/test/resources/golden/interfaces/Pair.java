// SPDX-License-Identifier: MIT OR GPL-2.0-only
package interfaces;

import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Owns one sink of each kind, and does not care which it fills. */
public final class Pair {
    private final Last last;
    private final Few few;

    /** Both empty. */
    public Pair() {
        this.last = new Last();
        this.few = new Few();
    }

    private static void fill(Sink sink, @U32 long number) throws DriverException {
        sink.take(number);
        sink.take(number / 2);
    }

    /**
     * Fills both.
     *
     * @throws DriverException as {@link Sink#take}
     */
    public void fillBoth(@U32 long number) throws DriverException {
        fill(last, number);
        fill(few, number);
    }
}
