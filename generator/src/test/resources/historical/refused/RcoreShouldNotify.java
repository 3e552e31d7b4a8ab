// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;

/**
 * rcore-os/virtio-drivers, should_notify: with event indices, the driver compared the index up to which it had
 * published with the index that the device waits for as if both were ordinary numbers. Once the index had wrapped,
 * after 65536 requests, the comparison said for a long time that nobody wants to know: requests lay in the ring and
 * nothing happened.
 */
public final class RcoreShouldNotify {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int published;

    /** Nothing published yet. */
    public RcoreShouldNotify(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.published = 0;
    }

    /** Whether the device wants to be told. */
    public boolean shouldNotify() {
        return published > used.availEvent().get(); // expect VR306: compared by order
    }
}
