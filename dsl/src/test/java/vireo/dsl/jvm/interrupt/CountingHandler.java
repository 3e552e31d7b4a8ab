// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import vireo.dsl.InterruptHandler;

/** Writes down the sources that it is called with, and does what the test says. */
final class CountingHandler implements InterruptHandler {
    private final List<Long> sources = new ArrayList<>();
    private final LongPredicate answer;

    /** A handler of a device that had interrupted, always. */
    CountingHandler() {
        this(source -> true);
    }

    CountingHandler(LongPredicate answer) {
        this.answer = answer;
    }

    List<Long> sources() {
        return sources;
    }

    int calls() {
        return sources.size();
    }

    @Override
    public boolean interrupt(long source) {
        sources.add(source);
        return answer.test(source);
    }
}
