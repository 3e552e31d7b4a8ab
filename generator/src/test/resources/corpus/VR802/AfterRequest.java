// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** The constructor goes on once the handler may run. */
@Boxed
public final class AfterRequest implements InterruptHandler {
    private final Interrupts interrupts;
    private int armed;

    /** Listens, and only then is ready for it. */
    public AfterRequest(Interrupts interrupts, @U32 long number) throws DriverException {
        this.interrupts = interrupts;
        this.armed = 0;
        interrupts.request(number, this, 0);
        this.armed = 1; // expect VR802: The field 'armed' is written here
    }

    @Override
    public boolean interrupt(@U32 long source) {
        return armed == 1;
    }

    /** Listens no more. */
    @Moves
    public void release() {
        interrupts.release(this);
    }
}
