// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Delivered;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Other memory, and memory that the device has had time to write. */
public final class Apart {
    private static final int SIZE = 64;

    private Apart() {}

    /** Another slot. */
    public static @U32 long other(@Length("8") DmaArray<Slot> slots) throws DriverException {
        Slot slot = slots.at(3);
        if (slot.id().get() > 1514) {
            throw new DriverException(Errno.EPROTO);
        }
        return slots.at(4).id().get();
    }

    /** The bytes behind the one that was tested. */
    public static void behind(
            @Length("SIZE") DmaBytes from, @Delivered @Range(min = SIZE, max = SIZE) int length, @Length("SIZE") byte[] to)
            throws DriverException {
        if (from.get(0) > 14) {
            throw new DriverException(Errno.EPROTO);
        }
        from.copyTo(1, to, 0, length - 1);
    }

    /** News, round by round. */
    public static @U32 long await(Slot slot) throws DriverException {
        for (int i = 0; i < 100; i++) {
            @U32 long id = slot.id().get();
            if (id != 0) {
                return id;
            }
            Cpu.relax();
        }
        throw new DriverException(Errno.ETIMEDOUT);
    }
}
