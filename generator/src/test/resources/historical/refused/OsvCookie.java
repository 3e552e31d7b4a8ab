// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/**
 * OSv, pull request 1450: the used ring's id selected the cookie of the request that is complete, unchecked, and the
 * cookie was set to null behind that. A device could have OSv read a pointer from anywhere, and write a null to
 * anywhere.
 */
public final class OsvCookie {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final boolean[] waiting = new boolean[SIZE];
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public OsvCookie(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Ends a request. */
    public void complete() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        int id = (int) (used.ring().at(taken & (SIZE - 1)).id().get() & 0xFFFF);
        taken = Uint16.wrappingAdd(taken, 1);
        if (!waiting[id]) { // expect VR303: is not known to be below the length of 'waiting'
            throw new DriverException(Errno.EPROTO);
        }
        waiting[id] = false; // expect VR303: is not known to be below the length of 'waiting'
    }
}
