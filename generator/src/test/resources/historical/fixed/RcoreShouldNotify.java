// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Mended: the distances are compared, modulo 2^16. */
public final class RcoreShouldNotify {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int published;
    private @FreeRunning @U16 int notified;

    /** Nothing published yet. */
    public RcoreShouldNotify(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.published = 0;
        this.notified = 0;
    }

    /** Whether the device wants to be told of what was published since it was told last. */
    public boolean shouldNotify() {
        @FreeRunning @U16 int last = Uint16.wrappingSub(published, 1);
        return Uint16.wrappingSub(last, used.availEvent().get()) < Uint16.wrappingSub(published, notified);
    }

    /** Publishes one more, and tells the device where it wants that. */
    public boolean publish() {
        published = Uint16.wrappingAdd(published, 1);
        boolean notify = shouldNotify();
        if (notify) {
            notified = published;
        }
        return notify;
    }
}
