// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.lang.invoke.VarHandle;

/** The JVM's own clock, processor and standard error. */
final class HostEnvironment implements Environment {
    private final long start = System.nanoTime();

    @Override
    public long nanoseconds() {
        return System.nanoTime() - start;
    }

    @Override
    public void relax() {
        Thread.onSpinWait();
    }

    @Override
    public void fence() {
        VarHandle.fullFence();
    }

    @Override
    public void log(LogLevel level, String line) {
        System.err.println(level + " " + line);
    }
}
