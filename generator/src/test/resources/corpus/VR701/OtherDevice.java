// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Leads one device there, and speaks for another. */
@Linear
@Earned(tells = Link.AGREED, confirms = Link.AGREED)
public record OtherDevice(Link link) {
    /** All steps, of the wrong one. */
    public static OtherDevice find(Link link, Link other) throws DriverException {
        other.reset();
        other.tell(Link.AGREED);
        if ((other.status() & Link.AGREED) == 0) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new OtherDevice(link); // expect VR701: on which the device was not reset
    }

    /** The answer of the wrong one. */
    public static OtherDevice answered(Link link, Link other) throws DriverException {
        link.reset();
        link.tell(Link.AGREED);
        if ((other.status() & Link.AGREED) == 0) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new OtherDevice(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
