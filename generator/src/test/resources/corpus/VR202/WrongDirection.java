// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Accesses that the register's declaration does not have. */
public final class WrongDirection {
    private WrongDirection() {}

    /** Writes what is read-only, and reads what is write-only. */
    public static long both(Uart uart) {
        uart.status().write(1); // expect VR202: write
        return uart.doorbell().read(); // expect VR202: read
    }
}
