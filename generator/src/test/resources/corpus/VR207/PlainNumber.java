// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Numbers that nobody declared to be masks, where masks belong. */
public final class PlainNumber {
    private static final int VERSION_1 = 3;

    private PlainNumber() {}

    /** A number of the kernel's. */
    public static void write(Uart uart, @U32 long number) {
        uart.features().write(number); // expect VR207: a mask, but is not declared @BitMask
    }

    /** A register that is none. */
    public static void copy(Uart uart) {
        uart.features().write(uart.status().read()); // expect VR207: a mask, but is not declared @BitMask
    }

    /** The number of a feature, in a constant. */
    public static void accept(Uart uart) {
        uart.features().write(VERSION_1); // expect VR207: a mask, but is not declared @BitMask
        uart.features().write(add(VERSION_1)); // expect VR207: a mask, but is not declared @BitMask
    }

    /** The same as an operand. */
    public static boolean offered(Uart uart) {
        return (uart.features().read() & VERSION_1) != 0; // expect VR207: meets the mask
    }

    /** The same, compared. */
    public static boolean only(Uart uart) {
        return uart.features().read() == VERSION_1; // expect VR207: meets the mask
    }

    /** Bits of who knows what. */
    public static @BitMask @U16 int join(@BitMask @U16 int flags, @U16 int number) {
        return flags | number; // expect VR207: meets the mask
    }

    /** A mask that may come from a number. */
    public static @BitMask @U16 int choose(@U16 int number, boolean some) {
        return some ? 0x4 : number; // expect VR207: a mask, but is not declared @BitMask
    }

    private static @BitMask @U16 int add(@BitMask @U16 int flags) {
        return flags | 0x1;
    }
}
