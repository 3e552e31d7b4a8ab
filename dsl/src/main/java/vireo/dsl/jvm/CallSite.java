// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.List;
import java.util.stream.Collectors;

/** Where a call came from, for messages about memory and windows that were misused later. */
public final class CallSite {
    private static final int FRAMES = 3;

    private CallSite() {}

    /**
     * Who called the code of a class: the innermost calls outside it, nearest first.
     *
     * @param callee the class that is running, on whose behalf the caller is looked for
     */
    public static String outside(Class<?> callee) {
        List<StackWalker.StackFrame> callers = StackWalker.getInstance().walk(frames -> frames
                .dropWhile(frame -> !frame.getClassName().equals(callee.getName()))
                .dropWhile(frame -> frame.getClassName().equals(callee.getName()))
                .limit(FRAMES)
                .toList());
        return callers.stream()
                .map(frame -> frame.toStackTraceElement().toString())
                .collect(Collectors.joining(", called from "));
    }
}
