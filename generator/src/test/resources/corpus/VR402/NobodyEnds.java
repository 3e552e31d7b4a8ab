// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.U32;

/** An interrupt handler that need not be ended, and has a part that is freed with whatever it lies in. */
public final class NobodyEnds implements InterruptHandler { // expect VR402: nobody has to end
    private int seen;

    /** Listens to an interrupt. */
    public NobodyEnds(Interrupts interrupts, @U32 long number) throws DriverException {
        this.seen = 0;
        interrupts.request(number, this, 0);
    }

    @Override
    public boolean interrupt(@U32 long source) {
        return source == 0;
    }

    /** What it has seen. */
    public int seen() {
        return seen;
    }
}
