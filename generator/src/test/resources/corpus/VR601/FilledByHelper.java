// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Helpers put what they read into arrays of the caller's. */
public final class FilledByHelper {
    private static final int SIZE = 4;

    private final @U32 long[] kept = new long[SIZE];
    private int used;

    /** Nothing kept. */
    public FilledByHelper() {
        this.used = 0;
    }

    private static void put(@Length("SIZE") @U32 long[] table, @U32 long value) {
        table[0] = value;
    }

    private static void fetch(@Length("SIZE") DmaBytes from, @Length("SIZE") byte[] to, @Delivered @Range(min = SIZE, max = SIZE) int length) {
        from.copyTo(0, to, 0, length);
    }

    /** Marks as often as the table says. */
    public void mark(Slot slot, Uart uart) {
        used = 1;
        put(kept, slot.id().get());
        for (long i = 0; i < kept[0]; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    /** Marks as often as the copy says. */
    public static void markCopied(
            @Length("SIZE") DmaBytes from, @Length("SIZE") byte[] to, @Delivered @Range(min = SIZE, max = SIZE) int length, Uart uart) {
        fetch(from, to, length);
        for (int i = 0; i < to[0]; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
