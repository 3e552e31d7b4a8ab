// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Selects on every way, and nothing comes between. */
public final class Selected {
    private final Windowed registers;

    /** Sets queues up. */
    public Selected(Windowed registers) {
        this.registers = registers;
    }

    /** Enables a queue. */
    public void enable(@U8 int queue, boolean small) {
        if (small) {
            registers.select().write(0);
        } else {
            registers.select().write(queue);
        }
        registers.bank().write(1);
        if (registers.size().read() > 8) {
            registers.enable().write(1);
        }
    }

    /** Disables all queues. */
    public void disable() {
        for (int i = 0; i < 4; i++) {
            registers.select().write(i);
            registers.enable().write(0);
        }
    }
}
