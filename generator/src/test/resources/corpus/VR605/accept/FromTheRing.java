// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** The device's own word, where it is read. */
public final class FromTheRing {
    private static final int SLOTS = 8;
    private static final int SIZE = 64;

    private final @Length("SLOTS") UsedIndex used;
    private final @Length("SIZE") DmaBytes buffer;
    private @FreeRunning @U16 int taken;

    /** Nothing taken. */
    public FromTheRing(@Length("SLOTS") UsedIndex used, @Length("SIZE") DmaBytes buffer) {
        this.used = used;
        this.buffer = buffer;
        this.taken = 0;
    }

    /** Receives. */
    public int receive(@Length("SIZE") byte[] to) throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @Delivered @U32 long length = used.entries().at(taken & (SLOTS - 1)).tag().get();
        taken = Uint16.wrappingAdd(taken, 1);
        if (length > SIZE) {
            throw new DriverException(Errno.EPROTO);
        }
        buffer.copyTo(0, to, 0, (int) length);
        return (int) length;
    }
}
