// SPDX-License-Identifier: MIT OR GPL-2.0-only
package interfaces;

import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Keeps the last number. */
public final class Last implements Sink {
    private @U32 long number;

    /** Has seen none. */
    public Last() {
        this.number = 0;
    }

    @Override
    public void take(@U32 long number) throws DriverException {
        this.number = number;
    }

    /** The last number. */
    public @U32 long number() {
        return number;
    }
}
