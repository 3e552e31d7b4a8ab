// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Uint16;
import vireo.dsl.Uint8;

/** SEM-19, SEM-20, SEM-07: an object with fields and arrays. */
@Linear
public final class Tally {
    private static final int SLOTS = 8;

    private final @U8 int step;
    private @Range(max = 1_000_000) int total;
    private @U8 int calls;
    private boolean flag;
    private final @U16 int[] slots = new int[SLOTS];
    private final byte[] bytes = new byte[4];

    Tally(@U8 int step) {
        this.step = step;
    }

    @Moves
    int end(int result) {
        return result;
    }

    void add(@U8 int n) {
        if (total < 1000) {
            total += n + step;
        }
    }

    /** Its loops are left by their label, and nothing follows them. */
    void addUntil(@U8 int last) {
        rounds:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if (j == i) {
                    continue rounds;
                }
                if (i + j == last) {
                    break rounds;
                }
                add(1);
            }
        }
    }

    @Range(max = 1_001_000) int addAndGet(@U8 int n) {
        add(n);
        return total;
    }

    @Range(max = 1_000_000) int total() {
        return total;
    }

    @U8 int next() {
        if (calls < 9) {
            calls++;
        }
        return calls;
    }

    int untouched() {
        @U16 int sum = flag ? 1 : 0;
        for (int i = 0; i < slots.length; i++) {
            sum = Uint16.wrappingAdd(sum, slots[i]);
        }
        return sum;
    }

    @U16 int stored(@Range(max = SLOTS - 1) int index, @U8 int value) {
        slots[index] = Uint16.wrappingMul(value, 300);
        slots[index]++;
        return slots[index];
    }

    /** What is left of a number as a byte, with the sign and without. */
    int cut(@Range(max = 3) int index, int value) {
        bytes[index] = (byte) Uint8.truncate(value);
        int low = bytes[index];
        bytes[3 - index] = (byte) Uint8.truncate(value >> 8);
        return low * 1000 + (bytes[3 - index] & 0xff);
    }

    /** Bytes that hold a word, the lowest first. */
    @U32 long word(@U32 long value) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Uint8.truncate(value >> 8 * i);
        }
        return (bytes[0] & 0xffL) | (bytes[1] & 0xffL) << 8 | (bytes[2] & 0xffL) << 16 | (bytes[3] & 0xffL) << 24;
    }

    /** A byte moved from one place to another keeps its sign. */
    int moved(@Range(max = 3) int index, @Range(min = -128, max = 127) int value) {
        bytes[0] = (byte) value;
        bytes[index] = bytes[0];
        return bytes[index];
    }

    int signed(@Range(max = 3) int index, @U8 int value) {
        bytes[index] = -3;
        if (value > 9) {
            bytes[index] = 100;
        }
        return bytes[index] * 1000 + (bytes[index] & 0xff);
    }
}
