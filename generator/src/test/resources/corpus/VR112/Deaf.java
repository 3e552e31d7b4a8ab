// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;

/** Says that it handles interrupts, and takes a number that the kernel does not give. */
public final class Deaf implements InterruptHandler { // expect VR112: does not implement `interrupt(long)`
    private int last;

    /** Not the kernel's method. */
    public boolean interrupt(int source) {
        last = source;
        return true;
    }

    /** The last source. */
    public int last() {
        return last;
    }
}
