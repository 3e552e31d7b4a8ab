// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Made for a device that works; methods that are shown one. */
public final class Ready {
    private final Link link;

    /** For a device that works. */
    public Ready(Running device) {
        this.link = device.link();
    }

    /** Rings. */
    public void ring() {
        link.ring(0);
    }

    private static void touch(Link some) {
        some.ring(1);
    }

    /** Rings somebody else. */
    public static void ringOther(Running other) {
        Link theirs = other.link();
        theirs.ring(theirs.isOld() ? 0 : 1);
        for (int i = 0; i < 3; i++) {
            touch(other.link());
        }
    }
}
