// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Made for a device that works, and rings another one. */
public final class OtherLink {
    private final Link link;
    private final Link other;

    /** With both. */
    public OtherLink(Running device, Link other) {
        this.link = device.link();
        this.other = other;
    }

    /** Rings. */
    public void ring() {
        for (int i = 0; i < 2; i++) {
            link.ring(i);
            other.ring(i); // expect VR702: Link.ring is called by who cannot show that the device has come so far
        }
    }

    /** Rings another one where the first fails. */
    public static void ringOther(Running device, Link spare, @U16 int number) {
        try {
            device.link().ring(Step.even(number));
        } catch (DriverException e) {
            spare.ring(0); // expect VR702: Link.ring is called by who cannot show that the device has come so far
        }
    }
}
