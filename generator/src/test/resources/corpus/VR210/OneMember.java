// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A class of the driver's own, two constants of which are the specification's. */
public final class OneMember {
    @SpecRow("demo#registers/no_bank")
    private static final @U16 int NO_BANK = 0xFFFE; // expect VR210: it is 0xfffe, and 0xffff in the table

    @SpecRow("demo#registers/doorbell")
    private static final int BELL = 0x0C; // expect VR210: it is 12, and 10 in the table, as an offset

    private static final int MAX_BANKS = 4;

    private OneMember() {}

    public static boolean isBank(@U16 int bank) {
        return bank != NO_BANK && bank < MAX_BANKS + BELL;
    }
}
