// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.U8;

/** Selects on one of two ways only. */
public final class OnErrorPath {
    private final Windowed registers;

    /** Sets queues up. */
    public OnErrorPath(Windowed registers) {
        this.registers = registers;
    }

    /** Enables a queue. */
    public void enable(@U8 int queue) {
        try {
            int even = Step.even(4);
            registers.select().write(queue + even);
        } catch (DriverException e) {
            Log.warn("queue 0 instead: %s", e.errno());
        }
        registers.enable().write(1); // expect VR204: 'enable' is used where 'select' is not known
    }
}
