// SPDX-License-Identifier: MIT OR GPL-2.0-only
package layouts;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U64;

/** Rings and asks. */
public final class Doorbells {
    private static final int READY = 0x01;

    private final Control control;

    /** Over registers that stay mapped. */
    public Doorbells(Control control) {
        this.control = control;
    }

    /**
     * Rings one bell.
     *
     * @param bell which one
     * @param value what to say
     */
    public void ring(@Range(max = 3) int bell, @U16 int value) {
        control.bells().at(bell).write(value);
    }

    /** Whether the device is ready, and knows this address. */
    public boolean knows(@U64 long address) {
        return (control.status().read() & READY) != 0 && control.address().read() == address;
    }
}
