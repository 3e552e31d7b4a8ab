// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** The handler has another method write an element of the array that the thread reads. */
public final class ThroughArray implements InterruptHandler {
    private static final int SIZE = 4;

    private final int[] seen = new int[SIZE];

    @Override
    public boolean interrupt(@U32 long source) {
        put(seen); // expect VR802: The field 'seen' is written here
        return true;
    }

    private static void put(@Length("SIZE") int[] table) {
        table[0] = 1;
    }

    /** What was seen. */
    public int seen() {
        return seen[0];
    }
}
