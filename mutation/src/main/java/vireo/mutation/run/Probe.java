// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.util.BitSet;

/** Notes which statements of the drivers are reached. Calls of {@link #hit} are put into a copy of the sources. */
public final class Probe {
    private static final BitSet REACHED = new BitSet();

    private Probe() {}

    /** A statement is reached. */
    public static void hit(int statement) {
        synchronized (REACHED) {
            REACHED.set(statement);
        }
    }

    /** The statements reached since the last call. */
    static BitSet take() {
        synchronized (REACHED) {
            BitSet taken = (BitSet) REACHED.clone();
            REACHED.clear();
            return taken;
        }
    }
}
