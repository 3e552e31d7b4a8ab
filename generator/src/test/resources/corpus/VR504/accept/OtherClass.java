// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;

/** The class above the queue notes what it sends, then sends it. */
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
        tags[slot] = tag;
        mailbox.send();
    }

    /** What came back. */
    public int take() throws DriverException {
        return tags[mailbox.take()];
    }
}
