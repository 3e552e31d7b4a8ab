// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Nullable;

/** A kernel without interrupts gives none, and is asked for flags all the same. */
public final class NoInterrupts {
    private NoInterrupts() {}

    /** Listens. */
    public static void listen(@Nullable Interrupts interrupts, InterruptHandler handler) throws DriverException {
        interrupts.request(3, handler, 0); // expect VR307: may be null here
    }

    /** Stops listening. */
    public static void stop(@Nullable Interrupts interrupts, @Nullable InterruptHandler handler) {
        if (interrupts != null) {
            interrupts.release(handler); // expect VR307: not declared @Nullable
        }
    }
}
