// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** Numbers that the driver chose, and one that the specification did. */
public final class OwnNumbers {
    public static final int MAX_BANKS = 4;

    @SpecRow("demo#registers/no_bank")
    public static final @U16 int NONE = 0xFFFF;

    /** The name of a register, for its offset. */
    @SpecRow("demo#registers/doorbell")
    public static final int DOORBELL = 0x0A;

    private OwnNumbers() {}

    /** Where a bank's bell is; none for too large a number. */
    public static @U16 int bell(@U16 int bank) {
        return bank < MAX_BANKS ? DOORBELL + bank : NONE;
    }
}
