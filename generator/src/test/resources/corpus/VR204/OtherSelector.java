// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Writes a selector, but not the one that the register goes by. */
public final class OtherSelector {
    private final Windowed registers;

    /** Sets queues up. */
    public OtherSelector(Windowed registers) {
        this.registers = registers;
    }

    /** Features. */
    public @U32 long features() {
        registers.select().write(1);
        return registers.feature().read(); // expect VR204: 'feature' is used where 'bank' is not known
    }
}
