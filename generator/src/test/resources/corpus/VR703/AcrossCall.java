// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.U16;
import vireo.dsl.U64;

/** What is offered is handed on as what is wanted; or everything is wanted. */
public final class AcrossCall {
    private static final @BitMask @U64 long EVERYTHING = 0xFFFF_FFFF_FFFF_FFFFL;

    private AcrossCall() {}

    private static void choose(Link link, @BitMask @U64 long wanted) {
        link.accept(link.offered() & wanted);
    }

    /** All that the device can do. */
    public static void all(Link link) {
        choose(link, link.offered()); // expect VR703: Features are accepted that the driver does not name
    }

    /** All that there is, tried more than once. */
    public static void any(Link link) {
        for (int i = 0; i < 2; i++) {
            link.accept(link.offered() & EVERYTHING); // expect VR703: Features are accepted that the driver does not name
        }
    }

    /** All but one where the first choice fails. */
    public static void most(Link link, @U16 int number) {
        try {
            choose(link, Step.even(number) == 2 ? 2 : 4);
        } catch (DriverException e) {
            choose(link, 0x3E); // expect VR703: Features are accepted that the driver does not name
        }
    }
}
