// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** SEM-01, SEM-18: fields whose names are those that a reader would give to a temporary. */
@Linear
public final class Gauge {
    private @Range(max = 1000) int level;
    private @U8 int next;
    private final @U8 int[] marks = new int[4];

    Gauge(@U8 int level) {
        this.level = level;
    }

    @Moves
    int end(int result) {
        return result;
    }

    @Range(max = 1000) int level() {
        level = level < 900 ? level + 10 : 0;
        return level / 2;
    }

    @U8 int next() {
        next = (next + 1) & 0x7f;
        return 3;
    }

    /** The temporaries of the calls are no {@code level} and no {@code next}. */
    int read() {
        int sum = level() + level;
        next = next();
        sum += next() + next;
        level = level();
        raise();
        sum += level;
        next = 9;
        return sum * 100 + next;
    }

    private void raise() {
        level = level < 900 ? level + 7 : 1;
    }

    int around() {
        return level + level() + level;
    }

    int chained(@U8 int a) {
        marks[next() & 3] = marks[1] = a;
        marks[next & 3] ^= next = 2;
        return marks[1] * 1000 + marks[2] * 10 + marks[3];
    }
}
