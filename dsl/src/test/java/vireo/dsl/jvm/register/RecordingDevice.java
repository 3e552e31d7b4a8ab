// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes down each access, and answers reads with what it was told; the last answer is repeated. */
final class RecordingDevice implements RegisterDevice {
    private final List<String> accesses = new ArrayList<>();
    private final Deque<Long> answers = new ArrayDeque<>(List.of(0L));

    void answer(long... values) {
        answers.clear();
        for (long value : values) {
            answers.add(value);
        }
    }

    List<String> accesses() {
        return accesses;
    }

    @Override
    public long read(long offset, int width) {
        accesses.add("read " + width + " at 0x" + Long.toHexString(offset));
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    @Override
    public void write(long offset, int width, long value) {
        accesses.add("write " + width + " at 0x" + Long.toHexString(offset) + " = 0x" + Long.toHexString(value));
    }
}
