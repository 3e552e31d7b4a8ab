// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** Believes that the device agrees: reads too early, looks at another bit, or does not look at all. */
@Linear
@Earned(tells = Link.AGREED, confirms = Link.AGREED)
public record Unread(Link link) {
    /** Does not look. */
    public static Unread blind(Link link) throws DriverException {
        link.reset();
        link.tell(Link.AGREED);
        return new Unread(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Looks before it tells. */
    public static Unread early(Link link) throws DriverException {
        link.reset();
        if ((link.status() & Link.AGREED) == 0) {
            throw new DriverException(Errno.EIO);
        }
        link.tell(Link.AGREED);
        return new Unread(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Looks at another bit. */
    public static Unread elsewhere(Link link) throws DriverException {
        link.reset();
        link.tell(Link.AGREED);
        @BitMask @U8 int status = link.status();
        if ((status & Link.GO) == 0) {
            throw new DriverException(Errno.EIO);
        }
        return new Unread(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Nothing to say. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
