// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Asks for a size that belongs to whatever queue was selected last. */
public final class Direct {
    private final Windowed registers;

    /** Sets queues up. */
    public Direct(Windowed registers) {
        this.registers = registers;
    }

    /** The size. */
    public @U32 long size() {
        return registers.size().read(); // expect VR204: 'size' is used where 'select' is not known to have been written
    }
}
