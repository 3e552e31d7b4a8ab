// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Nullable;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** What changes, what is final, and what another one fills. */
public final class Changing {
    private static final int SIZE = 8;
    private static final int MEMORY = 2;
    private static final int MASTER = 4;

    private final boolean[] taken = new boolean[SIZE];
    private final byte[] name = new byte[SIZE];
    private final int none = 0;
    private boolean broken = false;
    private Phase phase = Phase.IDLE;
    private @Nullable Uart uart;
    private @U32 long seen = 0;

    /** Attaches. */
    public Changing(Uart found) {
        this.uart = found;
        Scribe.write(name);
    }

    /** Lets go. */
    public void detach() {
        uart = null;
    }

    /** Looks. */
    public boolean look(@Range(max = SIZE - 1) int slot) throws DriverException {
        if (uart == null || broken) {
            throw new DriverException(Errno.ENODEV);
        }
        seen = uart.status().read();
        if (seen == none) {
            broken = true;
            return false;
        }
        phase = phase == Phase.IDLE ? Phase.BUSY : Phase.OVER;
        taken[slot] = !taken[slot];
        return taken[slot] && name[slot] != 0;
    }

    /** One constant alone may be what a method is for. */
    public static int header() {
        return MEMORY | MASTER;
    }

    /** Bytes that may be anything. */
    public static int joined(@U8 int low, @U8 int high, @U16 int count) {
        return (low | high << 8) / 2 + count % 3 + (count >> 15) * 2;
    }

    /** Where it says what happened. */
    public boolean tell() {
        if (phase == Phase.BUSY) {
            broken = false;
            return true;
        }
        return false;
    }
}
