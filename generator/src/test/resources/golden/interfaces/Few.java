// SPDX-License-Identifier: MIT OR GPL-2.0-only
package interfaces;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Keeps the first few numbers. */
public final class Few implements Sink {
    /** How many. */
    public static final int MOST = 4;

    private final @U32 long[] numbers = new long[MOST];
    private @Range(max = MOST) int count;

    /** Empty. */
    public Few() {
        this.count = 0;
    }

    @Override
    public void take(@U32 long number) throws DriverException {
        if (count == MOST) {
            throw new DriverException(Errno.ENOSPC);
        }
        numbers[count] = number;
        count++;
    }

    /**
     * One of them.
     *
     * @param index which one
     */
    public @U32 long at(@Range(max = MOST - 1) int index) {
        return numbers[index];
    }
}
