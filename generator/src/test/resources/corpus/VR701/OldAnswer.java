// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** Reads the status, tells the bit, and looks at what it has read before. */
@Linear
@Earned(tells = Link.AGREED, confirms = Link.AGREED)
public record OldAnswer(Link link) {
    /** All steps, and one out of order. */
    public static OldAnswer find(Link link) throws DriverException {
        link.reset();
        @BitMask @U8 int status = link.status();
        link.tell(Link.AGREED);
        if ((status & Link.AGREED) == 0) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new OldAnswer(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
