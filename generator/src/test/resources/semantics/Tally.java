// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

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

    int signed(@Range(max = 3) int index, @U8 int value) {
        bytes[index] = -3;
        if (value > 9) {
            bytes[index] = 100;
        }
        return bytes[index] * 1000 + (bytes[index] & 0xff);
    }
}
