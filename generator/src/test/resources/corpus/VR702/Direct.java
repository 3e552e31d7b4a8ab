// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Rings before anybody listens. */
public final class Direct {
    private final Link link;

    /** With a link, and no more. */
    public Direct(Link link) {
        this.link = link;
    }

    /** Rings. */
    public void ring() {
        link.ring(0); // expect VR702: Link.ring is called by who cannot show that the device has come so far
    }
}
