// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Another method selects another queue in between. */
public final class AcrossCall {
    private final Windowed registers;

    /** Sets queues up. */
    public AcrossCall(Windowed registers) {
        this.registers = registers;
    }

    /** Enables a queue if the first one is there. */
    public void enable(@U8 int queue) {
        registers.select().write(queue);
        if (hasFirst()) {
            registers.enable().write(1); // expect VR204: 'enable' is used where 'select' is not known
        }
    }

    private boolean hasFirst() {
        registers.select().write(0);
        return registers.size().read() != 0;
    }
}
