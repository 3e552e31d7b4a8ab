// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** What each round brings is dropped. */
public final class InLoop {
    private InLoop() {}

    private static boolean step(Uart uart) {
        return uart.status().read() == 0;
    }

    /** Steps. */
    public static void run(Uart uart) {
        for (int i = 0; i < 4; i++) {
            step(uart); // expect VR804: The result of InLoop.step is ignored
        }
    }
}
