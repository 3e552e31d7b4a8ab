// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Uint32;

/** Tests that bound nothing: of a product with zero, and of a distance from another number of the device's. */
public final class NoBound {
    private NoBound() {}

    /** The width may be zero. */
    public static void markWide(Slot slot, @U8 int width, Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        if (count * width > 4096) {
            throw new DriverException(Errno.EPROTO);
        }
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    /** The other end is the device's as well. */
    public static void markBetween(Slot slot, Slot other, Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        if (Uint32.wrappingSub(count, other.id().get()) > 8) {
            throw new DriverException(Errno.EPROTO);
        }
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
