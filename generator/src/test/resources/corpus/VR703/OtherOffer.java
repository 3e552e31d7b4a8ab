// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Accepts of one device what another offers. */
public final class OtherOffer {
    private OtherOffer() {}

    /** For the one. */
    public static void choose(Link link, Link other) {
        link.accept(other.offered() & 4); // expect VR703: Features are accepted that the device may not have offered
    }
}
