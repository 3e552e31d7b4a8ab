// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** Each has its own: registers that are written whole, cells of one side only, and a constructor that is done before it listens. */
@Boxed
public final class Apart implements InterruptHandler {
    private final Interrupts interrupts;
    private final Uart uart;
    private final Slot slot;
    private final int armed;

    /** Is ready, and then listens. */
    public Apart(Interrupts interrupts, Uart uart, Slot slot, @U32 long number, int armed) throws DriverException {
        this.interrupts = interrupts;
        this.uart = uart;
        this.slot = slot;
        this.armed = armed;
        interrupts.request(number, this, 0);
    }

    @Override
    public boolean interrupt(@U32 long source) {
        uart.doorbell().write(1);
        slot.id().set(1);
        return armed == 1;
    }

    /** Rings. */
    public void ring() {
        uart.doorbell().write(2);
        slot.tag().set(3);
    }

    /** Listens no more. */
    @Moves
    public void release() {
        interrupts.release(this);
    }
}
