// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Looks whether the bit is there, and tells it once more: the answer was to the first time. */
@Linear
@Earned(tells = Link.AGREED, confirms = Link.AGREED)
public record ToldAgain(Link link) {
    private static void again(Link some) {
        some.tell(Link.AGREED);
    }

    /** One step too many. */
    public static ToldAgain find(Link link) throws DriverException {
        link.reset();
        link.tell(Link.AGREED);
        if ((link.status() & Link.AGREED) == 0) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        again(link);
        return new ToldAgain(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
