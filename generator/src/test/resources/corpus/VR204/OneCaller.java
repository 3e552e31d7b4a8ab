// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** A private method that one of its callers prepares for, and another does not. */
public final class OneCaller {
    private final Windowed registers;

    /** Sets queues up. */
    public OneCaller(Windowed registers) {
        this.registers = registers;
    }

    /** Enables a queue. */
    public void enable(@U8 int queue) {
        registers.select().write(queue);
        start();
    }

    /** Enables some queue. */
    public void restart() {
        start();
    }

    private void start() {
        registers.enable().write(1); // expect VR204: 'enable' is used where 'select' is not known
    }
}
