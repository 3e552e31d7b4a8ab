// SPDX-License-Identifier: MIT OR GPL-2.0-only
package layouts;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U64;

/** Rings and asks. */
public final class Doorbells {
    /** Bits of what the device offers. */
    public static final int WIDE_BIT = 33;
    public static final long OFFERED = 1L << WIDE_BIT | 0x10;

    private static final int READY_BIT = 0;
    private static final int READY = 1 << READY_BIT;
    /** A number in the header, where nobody else knows the name that it is made of. */
    public static final int READY_AFTER_RESET = 2 * (3 + READY_BIT);
    private static final long ALL_THAT_THIS_DRIVER_KNOWS = OFFERED | 1L << READY_BIT | 1L << WIDE_BIT - 1 | 0x40;

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

    /** Whether the device says nothing that this driver does not know, once it has come back. */
    public boolean isPlain() {
        return control.address().read() == ALL_THAT_THIS_DRIVER_KNOWS && control.status().read() == READY_AFTER_RESET;
    }

    /** Whether the device is ready, and knows this address. */
    public boolean knows(@U64 long address) {
        return (control.status().read() & READY) != 0 && control.address().read() == address;
    }
}
