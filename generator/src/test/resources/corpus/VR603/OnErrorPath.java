// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Where the length is too large it is noted, and handed on. */
public final class OnErrorPath {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public OnErrorPath(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    /** The length of a completion. */
    public @U32 long take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long length = used.entries().at(taken & (SLOTS - 1)).tag().get();
        if (length > 512) {
            Log.warn("%u bytes", length);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        return length; // expect VR603: and is believed
    }
}
