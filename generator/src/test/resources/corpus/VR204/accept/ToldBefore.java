// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** The kernel is asked before the selection. */
public final class ToldBefore {
    private final Windowed registers;

    /** Sets queues up. */
    public ToldBefore(Windowed registers) {
        this.registers = registers;
    }

    /** Sets the size of a queue. */
    public void resize(@U8 int queue, Listener listener) {
        listener.listen();
        registers.select().write(queue);
        registers.size().write(16);
    }

    /** Picks a queue. */
    public void pick(@U8 int queue) {
        registers.select().write(queue);
    }
}
