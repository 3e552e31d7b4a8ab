// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/** A device that was reset and found; a stage that the cases share. */
@Linear
@Earned(tells = Link.FOUND, abandons = Link.FAILED)
public record Found(Link link) {
    /** Resets a device. */
    public static Found find(Link link) throws DriverException {
        link.reset();
        link.tell(Link.FOUND);
        return new Found(link);
    }

    /** Agrees on features. */
    @Moves
    public Agreed agree(@BitMask @U64 long implemented) throws DriverException {
        link.accept(link.offered() & implemented);
        if (!link.isOld()) {
            link.tell(Link.AGREED);
            if ((link.status() & Link.AGREED) == 0) {
                throw new DriverException(Errno.EOPNOTSUPP);
            }
        }
        return new Agreed(link);
    }

    /** Gives up. */
    @Moves
    public void abandon() {
        link.tell(Link.FAILED);
    }
}
