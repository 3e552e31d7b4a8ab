// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/**
 * rcore-os/virtio-drivers, issue 125: the used ring's index was read like any other memory, and nothing ordered the
 * entry behind it. The RISC-V example hung in some builds and worked in others, with a log line added for instance.
 */
public final class RcoreUnorderedUsed {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public RcoreUnorderedUsed(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Takes back the chain that is waited for. */
    public void pop(@U32 long head) throws DriverException {
        @U32 long id = used.ring().at(taken & (SIZE - 1)).id().get(); // expect VR502: may be read before the device has handed it over
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        if (id != head) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
    }
}
