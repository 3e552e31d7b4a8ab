// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** The value that is used is tested too, but for something else. */
public final class TestedAndUsed {
    private TestedAndUsed() {}

    /** A length that is not zero. */
    public static @U32 long length(Slot slot) throws DriverException {
        if (slot.id().get() > 1514) {
            throw new DriverException(Errno.EPROTO);
        }
        @U32 long length = slot.id().get(); // expect VR602: read a second time
        if (length == 0) {
            return 1;
        }
        return length;
    }

    /** By a switch. */
    public static @U32 long kind(Slot slot) throws DriverException {
        switch ((int) (slot.id().get() & 3)) {
            case 0:
                throw new DriverException(Errno.EPROTO);
            default:
                return slot.id().get(); // expect VR602: read a second time
        }
    }
}
