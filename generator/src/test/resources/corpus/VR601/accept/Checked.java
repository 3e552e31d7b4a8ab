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
import vireo.dsl.U8;

/** Compared with limits of the driver's own. */
public final class Checked {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public Checked(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        if (count > 16) {
            throw new DriverException(Errno.EPROTO);
        }
        for (long i = 0; i < count; i++) {
            uart.data().write(0);
        }
    }

    /** Marks, but not too often. */
    public void markSome(Uart uart, @U8 int most) {
        @U32 long count = slot.id().get();
        long bounded = count < most ? count : most;
        for (long i = 0; i < bounded; i++) {
            uart.data().write(0);
        }
        for (long i = 0; i < (count & 7); i++) {
            uart.data().write(0);
        }
    }

    /** Copies a name that begins with its length. */
    public void copy(byte[] name, @Delivered @Range(min = 1, max = SIZE) int written) {
        int length = buffer.get(0);
        if (length < written && length <= name.length) {
            buffer.copyTo(1, name, 0, length);
        }
    }
}
