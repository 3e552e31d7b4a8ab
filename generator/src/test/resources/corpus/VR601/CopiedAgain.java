// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** A copy is checked, and then made again. */
public final class CopiedAgain {
    private static final int SIZE = 64;

    private final @Length("SIZE") DmaBytes shared;
    private final byte[] copy = new byte[SIZE];

    /** Uses one buffer. */
    public CopiedAgain(DmaMemory memory) throws DriverException {
        this.shared = memory.bytes(0, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart, @Delivered @Range(min = SIZE, max = SIZE) int written) throws DriverException {
        shared.copyTo(0, copy, 0, written);
        if (copy[0] > 8) {
            throw new DriverException(Errno.EPROTO);
        }
        shared.copyTo(0, copy, 0, written);
        for (int i = 0; i < copy[0]; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    /** Marks, by another method's copy. */
    public void markOther(Uart uart, @Delivered @Range(min = SIZE, max = SIZE) int written) throws DriverException {
        fill(copy, written);
        if (copy[0] > 8) {
            throw new DriverException(Errno.EPROTO);
        }
        fill(copy, written);
        for (int i = 0; i < copy[0]; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    private void fill(@Length("SIZE") byte[] into, @Delivered @Range(min = SIZE, max = SIZE) int written) {
        shared.copyTo(0, into, 0, written);
    }
}
