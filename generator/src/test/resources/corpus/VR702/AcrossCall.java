// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A static method takes any link. */
public final class AcrossCall {
    private AcrossCall() {}

    private static void touch(Link link) {
        link.ring(1); // expect VR702: Link.ring is called by who cannot show that the device has come so far
    }

    /** Wakes a device of an early stage. */
    public static void wake(Found found) {
        wakeLink(found.link());
    }

    private static void wakeLink(Link link) {
        touch(link);
    }
}
