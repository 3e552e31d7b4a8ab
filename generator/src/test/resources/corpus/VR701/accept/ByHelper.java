// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Told and looked at by methods that know one device only. */
@Linear
@Earned(tells = Link.FOUND | Link.AGREED, confirms = Link.AGREED)
public record ByHelper(Link link) {
    private static void greet(Link some) throws DriverException {
        some.reset();
        some.tell(Link.FOUND);
        some.tell(Link.AGREED);
    }

    private static boolean agrees(Link some) {
        return (some.status() & Link.AGREED) != 0;
    }

    /** All steps. */
    public static ByHelper find(Link link) throws DriverException {
        greet(link);
        if (!agrees(link)) {
            link.tell(Link.FAILED);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new ByHelper(link);
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
