// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Made for a device that works; and a method that is shown one. */
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

    /** Rings somebody else. */
    public static void ringOther(Running other, Link link) {
        link.ring(other.link().isOld() ? 0 : 1);
    }
}
