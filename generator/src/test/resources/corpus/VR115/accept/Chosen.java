// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Nullable;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** A value where it is declared, one on every path, an array, and null. */
public final class Chosen {
    private static final int SIZE = 8;

    private final @U32 long[] seen = new long[SIZE];
    private @Nullable Uart uart;
    private @U16 int count = 0;
    private @U16 int speed;

    /** Asks. */
    public Chosen(Uart from, boolean keep) throws DriverException {
        this.uart = keep ? from : null;
        int asked = 0;
        while (asked < 4 && from.status().read() == 0) {
            asked++;
        }
        if (asked == 4) {
            throw new DriverException(Errno.ENODEV);
        }
        switch (asked) {
            case 0 -> this.speed = 1000;
            case 1 -> this.speed = 100;
            default -> this.speed = 10;
        }
    }

    /** Notes one more. */
    public void note(Uart from) {
        uart = null;
        speed = 10;
        seen[count & (SIZE - 1)] = from.status().read();
        count = (count + 1) & (SIZE - 1);
    }

    /** What was seen first. */
    public @U32 long first() {
        return uart == null ? speed : seen[0];
    }
}
