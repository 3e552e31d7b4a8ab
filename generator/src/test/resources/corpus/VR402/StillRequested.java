// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** An interrupt handler that ends, on one path, without telling the kernel. */
@Boxed
public final class StillRequested implements InterruptHandler {
    private final Interrupts interrupts;
    private boolean listening;

    /** Listens to nothing yet. */
    public StillRequested(Interrupts interrupts) {
        this.interrupts = interrupts;
        this.listening = false;
    }

    /** Listens to some interrupts. */
    public void listen(@Range(max = 100) int lines) throws DriverException {
        listening = true;
        for (int line = 0; line < lines; line++) {
            interrupts.request(line, this, line);
        }
    }

    @Override
    public boolean interrupt(@U32 long source) {
        return source < 100;
    }

    /** Takes a flag for what the kernel knows. */
    @Moves // expect VR402: the kernel may call it for interrupts
    public void release() {
        if (listening) {
            interrupts.release(this);
        }
    }
}
