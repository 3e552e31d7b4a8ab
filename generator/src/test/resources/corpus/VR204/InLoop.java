// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** The selection of one round ends with the next. */
public final class InLoop {
    private final Windowed registers;

    /** Sets queues up. */
    public InLoop(Windowed registers) {
        this.registers = registers;
    }

    /** Enables the queues that are large enough. */
    public void enable() {
        registers.select().write(0);
        for (int i = 0; i < 4; i++) {
            if (registers.size().read() > 8) { // expect VR204: 'size' is used where 'select' is not known
                probe(i);
            }
        }
    }

    private void probe(@U8 int queue) {
        registers.select().write(queue);
        registers.enable().write(1);
    }
}
