// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** The kernel is asked in between, and may call the driver. */
public final class CalledBack {
    private final Windowed registers;

    /** Sets queues up. */
    public CalledBack(Windowed registers) {
        this.registers = registers;
    }

    /** Sets the size of a queue. */
    public void resize(@U8 int queue, Listener listener) {
        registers.select().write(queue);
        listener.listen();
        registers.size().write(16); // expect VR204: 'size' is used where 'select' is not known
    }

    /** Picks a queue. */
    public void pick(@U8 int queue) {
        registers.select().write(queue);
    }
}
