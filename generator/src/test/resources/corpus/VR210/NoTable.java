// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A table that the driver does not come with. */
public final class NoTable {
    @SpecRow("demon#registers/no_bank") // expect VR210: There is no table 'demon'; the driver's tables are: demo.
    private static final @U16 int NO_BANK = 0xFFFF;

    private NoTable() {}

    public static boolean isBank(@U16 int bank) {
        return bank != NO_BANK;
    }
}
