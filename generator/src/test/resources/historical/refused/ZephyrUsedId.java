// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/**
 * Zephyr, issue 113343: the interrupt routine took the id in the used ring at its word, and looked up by it what to
 * do next. A device that states an id beyond the queue's size had the kernel call whatever lay behind the table of
 * callbacks.
 */
public final class ZephyrUsedId {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final @U16 int[] callback = new int[SIZE];
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public ZephyrUsedId(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Whose turn it is. */
    public @U16 int next() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        UsedElement element = used.ring().at(taken & (SIZE - 1));
        taken = Uint16.wrappingAdd(taken, 1);
        @U32 long length = element.len().get();
        for (long i = 0; i < length; i++) { // expect VR601: The device decides how often a loop runs
            Log.debug("byte %u", i);
        }
        return callback[(int) (element.id().get() & 0xFFFF)]; // expect VR303: is not known to be below the length of 'callback'
    }
}
