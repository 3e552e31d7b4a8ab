// SPDX-License-Identifier: MIT OR GPL-2.0-only
package copies;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Short private functions are copied into those that call them; what waits for a device is not. */
public final class Gauge {
    private @U32 long level;
    private @U32 long wanted;

    /** An empty gauge. */
    public Gauge() {
        this.level = 0;
        this.wanted = 0;
    }

    /** Raises the level that is waited for. */
    public void raise(@U32 long to) throws DriverException {
        wanted = to;
        settle();
    }

    /** Lowers the level that is waited for. */
    public void lower(@U32 long to) throws DriverException {
        wanted = to;
        settle();
    }

    /** Notes what the device says. */
    public void note(@U32 long reading) {
        level = reading;
    }

    private void settle() throws DriverException {
        if (!settled()) {
            await();
        }
    }

    private boolean settled() {
        return near(level);
    }

    /** One place calls it, which is copied itself. */
    private boolean near(@U32 long reading) {
        return reading == wanted;
    }

    /** The slow way: it would only take registers from the callers, which mostly have not to wait. */
    private void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(10);
        while (level != wanted) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }
}
