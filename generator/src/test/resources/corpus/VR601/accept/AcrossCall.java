// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Private methods check. */
public final class AcrossCall {
    private final Slot slot;

    /** Uses one buffer. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
    }

    /** Marks. */
    public void mark(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        refuseMany(count);
        for (long i = 0; i < count; i++) {
            uart.data().write(0);
        }
    }

    /** Marks if it is not too often. */
    public void markFew(Uart uart) {
        @U32 long count = slot.id().get();
        if (!isFew(count)) {
            return;
        }
        repeat(uart, count);
        repeat(uart, wanted());
    }

    private @U32 long wanted() {
        @U32 long count = slot.id().get();
        return count > 16 ? 16 : count;
    }

    private static void repeat(Uart uart, @U32 long count) {
        for (long i = 0; i < count; i++) {
            uart.data().write(0);
        }
    }

    private static boolean isFew(@U32 long count) {
        return count <= 16;
    }

    private static void refuseMany(@U32 long count) throws DriverException {
        if (count > 16) {
            throw new DriverException(Errno.EPROTO);
        }
    }
}
