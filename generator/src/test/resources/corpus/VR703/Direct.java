// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Accepts whatever is offered, or whatever is wanted. */
public final class Direct {
    private Direct() {}

    /** All that the device can do. */
    public static void everything(Link link) {
        link.accept(link.offered()); // expect VR703: Features are accepted that the driver does not name
    }

    /** All that the driver can do. */
    public static void wished(Link link, @BitMask @U64 long implemented) {
        link.accept(implemented); // expect VR703: Features are accepted that the device may not have offered
    }
}
