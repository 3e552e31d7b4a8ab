// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** Told step by step, by private methods too; the bit is read back by way of a variable. */
@Linear
@Earned(tells = Link.FOUND | Link.AGREED, confirms = Link.AGREED, abandons = Link.FAILED)
public record InOrder(Link link) {
    private static void greet(Link link) throws DriverException {
        link.reset();
        link.tell(Link.FOUND);
    }

    /** All steps. */
    public static InOrder find(Link link) throws DriverException {
        greet(link);
        link.tell(Link.AGREED);
        @BitMask @U8 int status = link.status();
        if ((status & Link.AGREED) != 0) {
            return new InOrder(link);
        }
        throw new DriverException(Errno.EOPNOTSUPP);
    }

    /** Gives up. */
    @Moves
    public void abandon() {
        link.tell(Link.FAILED);
    }
}
