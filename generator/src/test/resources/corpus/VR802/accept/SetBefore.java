// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** Set once, while the object is made. */
public final class SetBefore implements InterruptHandler {
    private final @U8 int bits;
    private final @U8 int limit;

    /** Which bits are its own. */
    public SetBefore(@U8 int bits) {
        this.bits = bits;
        this.limit = bits;
    }

    /** Whether it is its own. */
    @Override
    public boolean interrupt(@U32 long source) {
        return source == bits && source <= limit;
    }

    /** Which bits are its own. */
    public @U8 int bits() {
        return bits;
    }
}
