// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bit;
import vireo.dsl.BitMask;
import vireo.dsl.BitNumber;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Masks declared, seen, made from numbers, cut out of numbers, and put together. */
public final class Masks {
    private static final @BitNumber int VERSION_1 = 3;
    private static final @BitMask @U32 long MODES = 0x30;

    private Masks() {}

    /** Writes. */
    public static void write(Uart uart, @U32 long number, @BitNumber @Range(max = 31) int feature, boolean some) {
        @BitMask @U32 long bits = uart.features().read();
        uart.features().write(0);
        uart.features().write(0x4 | 0x8);
        uart.features().write(1 << 5);
        uart.features().write(Bit.mask(VERSION_1));
        uart.features().write(Uint32.truncate(Bit.mask(feature)));
        uart.features().write(some ? MODES : 0);
        uart.features().write(number & MODES);
        uart.features().write(bits & ~MODES | 0x10);
        uart.features().write(bits & Uint32.MAX);
    }

    /** Marks. */
    public static boolean mark(Flagged entry, @U16 int count) {
        entry.flags().set(entry.flags().get() | Flagged.READY);
        entry.length().set(count);
        return (entry.flags().get() & Flagged.READY) == Flagged.READY;
    }

    /** A field of a word is a number once it is moved down. */
    public static @U32 long mode(@U32 long word) {
        return ((word & MODES) >> 4) + 1;
    }
}
