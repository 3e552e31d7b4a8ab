// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Private methods select, and rely on a selection. */
public final class AcrossCall {
    private final Windowed registers;

    /** Sets queues up. */
    public AcrossCall(Windowed registers) {
        this.registers = registers;
    }

    /** Enables a queue. */
    public void enable(@U8 int queue) {
        select(queue);
        start();
    }

    /** Enables the first queue. */
    public void enableFirst() {
        Windowed block = registers;
        block.select().write(0);
        start();
    }

    private void select(@U8 int queue) {
        registers.select().write(queue);
    }

    private void start() {
        if (registers.size().read() != 0) {
            finish(registers);
        }
    }

    private static void finish(Windowed block) {
        block.enable().write(1);
    }
}
