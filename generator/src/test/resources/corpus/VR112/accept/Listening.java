// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.Nullable;
import vireo.dsl.Interrupts;
import vireo.dsl.U32;

/** The kernel calls it, where there are interrupts at all. */
public final class Listening implements InterruptHandler, Listener {
    private final @Nullable Interrupts interrupts;
    private @U32 long last;

    /** Polls where there are none. */
    public Listening(@Nullable Interrupts interrupts) {
        this.interrupts = interrupts;
        this.last = 0;
    }

    /** Whether the kernel calls it. */
    public boolean isCalled() {
        return interrupts != null;
    }

    @Override
    public boolean interrupt(@U32 long source) {
        return source == 0;
    }

    @Override
    public void listen() {
        last = 1;
    }

    /** The last source. */
    public @U32 long last() {
        return last;
    }
}
