// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Tells the device a size where it wants a lane, and takes a size for a lane. */
public final class Device {
    private final Lanes lanes;

    /** On mapped registers. */
    public Device(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Chooses a lane. */
    public @Lane @Range(max = 0xFFFF_FFFFL) long choose(@Lane @U32 long lane, @Bytes @U32 long size) {
        lanes.lane().write(size); // expect VR308: 'size' is @Bytes, and the register 'lane' is @Lane.
        lanes.size().write(lane); // expect VR308: 'lane' is @Lane, and the register 'size' is @Bytes.
        return lanes.size().read(); // expect VR308: is @Bytes, and the result of choose is @Lane.
    }
}
