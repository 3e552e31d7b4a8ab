// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Tests whose answer nobody knows beforehand. */
public final class Open {
    private static final int SIZE = 8;

    private final @U16 int[] values = new int[SIZE];
    private boolean running = true;

    /** Sets one. */
    public void set(@Range(max = SIZE - 1) int at, @U16 int value) {
        values[at] = value;
        running = true;
    }

    /** What the device says may change between two readings. */
    public static @U32 long stable(Uart uart) throws DriverException {
        Deadline deadline = Deadline.afterMillis(10);
        while (true) {
            @U32 long first = uart.status().read();
            if (first == uart.status().read()) {
                return first;
            }
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
    }

    /** A call may change a field. */
    public boolean goOn(Uart uart) {
        running = true;
        poll(uart);
        if (running) {
            uart.doorbell().write(1);
        }
        return running;
    }

    private void poll(Uart uart) {
        running = uart.status().read() != 0;
    }

    /** The first of several ways out of a loop. */
    public int find(@U16 int value) {
        boolean found = false;
        int at = 0;
        for (int i = 0; i < SIZE && !found; i++) {
            if (values[i] == value) {
                found = true;
                at = i;
            }
        }
        return found ? at : -1;
    }

    /** Known on one way, and not on the other, which runs the same cleanup. */
    public static boolean tell(Uart uart, @U32 long value) throws DriverException {
        boolean told = false;
        try {
            if (value > 16) {
                throw new DriverException(Errno.EINVAL);
            }
            uart.data().write(value);
            told = true;
        } finally {
            if (!told) {
                uart.doorbell().write(0);
            }
        }
        return uart.status().read() == value;
    }

    /** Sums of the same, and a multiple. */
    public static int area(@Range(max = 100) int side) {
        return side * side + side + side;
    }

    /** Two of three. */
    public static boolean isEnd(Phase phase) {
        return phase != Phase.BUSY && (phase == Phase.IDLE || phase == Phase.OVER);
    }
}
