// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;

/** The class above the queue notes what it has sent when the device may have answered. */
public final class OtherClass {
    private final Mailbox mailbox;
    private final int[] tags = new int[Mailbox.SLOTS];

    /** Sends by a mailbox. */
    public OtherClass(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Sends something. */
    public void send(int tag) {
        int slot = mailbox.add();
        mailbox.send();
        tags[slot] = tag; // expect VR504: A request is recorded after it was published
    }

    /** What came back. */
    public int take() throws DriverException {
        return tags[mailbox.take()];
    }
}
