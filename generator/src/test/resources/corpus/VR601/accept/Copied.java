// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** A copy is made once, checked, and handed on to be looked at; a check in a method that is called anew holds of what it checked. */
public final class Copied {
    private static final int SIZE = 64;

    private final @Length("SIZE") DmaBytes shared;
    private final Slot slot;
    private final byte[] copy = new byte[SIZE];

    /** Uses one buffer. */
    public Copied(DmaMemory memory) throws DriverException {
        this.shared = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart, @Delivered @Range(min = SIZE, max = SIZE) int written) throws DriverException {
        shared.copyTo(0, copy, 0, written);
        if (copy[0] > 8) {
            throw new DriverException(Errno.EPROTO);
        }
        look(copy, uart);
        for (int i = 0; i < copy[0]; i++) {
            uart.data().write(0);
        }
    }

    private static void look(@Length("SIZE") byte[] bytes, Uart uart) {
        uart.data().write(bytes[1] & 0x7F);
    }

    /** Marks as often as the slot says. */
    public void markSlot(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        check(count);
        for (long i = 0; i < count; i++) {
            uart.data().write(0);
        }
    }

    private static void check(@U32 long count) throws DriverException {
        if (count > 64) {
            throw new DriverException(Errno.EPROTO);
        }
    }
}
