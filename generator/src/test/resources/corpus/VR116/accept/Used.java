// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.AtMost;
import vireo.dsl.Below;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Everything has its use: in a bound, on one path of many, in a clause that must name something, by dictate. */
public final class Used implements InterruptHandler {
    private static final int SIZE = 8;
    private static final int LARGEST = 2 * SIZE;

    private final @Range(min = 1, max = SIZE) int size;
    private final @U16 int[] lengths = new int[SIZE];
    private @Below("size") int next = 0;

    /** So many of them. */
    public Used(@Range(min = 1, max = SIZE) int size) {
        this.size = size;
    }

    /** The first that fits, at most {@code most} of them looked at. */
    public int find(@Range(max = LARGEST) int length, @AtMost("SIZE") @Range(max = SIZE) int most) {
        int found = -1;
        for (int i = 0; i < most; i++) {
            if (lengths[i] >= length) {
                found = i;
            }
        }
        return found;
    }

    /** Takes the next place, if there is one. */
    public int take(@U16 int length) throws DriverException {
        int at = next;
        try {
            refuseLong(length);
        } catch (DriverException e) {
            return -1;
        }
        lengths[at] = length;
        if (next + 1 < size) {
            next++;
        } else {
            // The last place is taken again and again.
        }
        return at;
    }

    private static void refuseLong(@U16 int length) throws DriverException {
        if (length > LARGEST) {
            throw new DriverException(Errno.EMSGSIZE);
        }
    }

    /** The sum of what is there. */
    public static long sum(@U16 int count, @Length("count") @U32 long[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum = (sum + values[i]) & 0xFFFF_FFFFL;
        }
        return sum;
    }

    @Override
    public boolean interrupt(@U32 long source) {
        return true;
    }
}
