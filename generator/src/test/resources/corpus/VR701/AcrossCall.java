// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** The stage before was of another device, or of none. */
@Linear
@Earned(from = Found.class, tells = Link.AGREED, confirms = Link.AGREED)
public record AcrossCall(Link link) {
    private static void agree(Link link) throws DriverException {
        link.tell(Link.AGREED);
        if ((link.status() & Link.AGREED) == 0) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
    }

    /** Without the stage before. */
    public static AcrossCall alone(Link link) throws DriverException {
        agree(link);
        return new AcrossCall(link); // expect VR701: 'AcrossCall' is made by a method that does not lead the device there
    }

    /** With that of another device. */
    public static AcrossCall other(@Moves Found found, Link link) throws DriverException {
        agree(link);
        found.abandon();
        return new AcrossCall(link); // expect VR701: 'AcrossCall' is made for another device than the one of the stage before
    }

    /** As it should be. */
    public static AcrossCall own(@Moves Found found) throws DriverException {
        agree(found.link());
        return new AcrossCall(found.link());
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
