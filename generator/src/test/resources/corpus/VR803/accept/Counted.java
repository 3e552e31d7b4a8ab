// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** Counters that move one way. */
public final class Counted {
    private final Uart uart;

    /** Watches a device. */
    public Counted(Uart uart) {
        this.uart = uart;
    }

    /** Looks a few times. */
    public boolean isQuiet() {
        for (int tries = 0; uart.status().read() != 0; tries++) {
            if (tries >= 100) {
                return false;
            }
        }
        return true;
    }

    /** Sends bytes in pieces. */
    public void send(@Range(max = 65536) int length, @Range(min = 1, max = 512) int most) {
        int left = length;
        while (left > 0) {
            int piece = most < left ? most : left;
            uart.data().write(piece);
            left -= piece;
        }
    }

    /** Counts the ones. */
    public int ones(@U16 int bits) {
        int count = 0;
        int left = bits;
        while (left != 0) {
            left &= left - 1;
            count = count < 16 ? count + 1 : 16;
        }
        return count;
    }

    /** The largest power of two that is not above the number, from 4 to 256. */
    public int powerBelow(@U16 int number) {
        for (int size = 256; size >= 4; size /= 2) {
            if (size <= number) {
                return size;
            }
        }
        return 4;
    }

    /** Writes a word some times. */
    public void repeat(@U8 int times) {
        int left = times;
        while (left-- > 0) {
            uart.data().write(0);
        }
    }
}
