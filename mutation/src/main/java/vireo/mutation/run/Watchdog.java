// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Consumer;

/** Ends the process when a test uses too much processor time, or far too much time. */
final class Watchdog implements AutoCloseable {
    private static final int HANGS = 7;

    /** Between tests: what JUnit, and what classes of tests set up, may use. */
    private static final long SECONDS_BETWEEN = 20;

    /** On a busy machine a test may get only this share of a processor; one that waits for ever uses none. */
    private static final long SHARE = 100;

    private static final long SECOND = 1_000_000_000L;

    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Stretch(String test, long processor, long start, long seconds) {}

    private final Map<String, Long> limits;
    private final Consumer<String> lastWords;
    private final Thread thread;
    private volatile Stretch now;

    /**
     * Begins to watch.
     *
     * @param limits seconds of processor time, by tests
     * @param lastWords is told the test that hangs, or an empty text where it is none
     */
    Watchdog(Map<String, Long> limits, Consumer<String> lastWords) {
        this.limits = limits;
        this.lastWords = lastWords;
        begins("");
        this.thread = new Thread(this::watch, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Nanoseconds that all threads of this process have used. */
    static long processorTime() {
        return SYSTEM.getProcessCpuTime();
    }

    /** A test begins, or, with an empty text, something else. */
    void begins(String test) {
        now = new Stretch(test, processorTime(), System.nanoTime(), limits.getOrDefault(test, SECONDS_BETWEEN));
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
            Stretch watched = now;
            long used = processorTime() - watched.processor();
            long passed = System.nanoTime() - watched.start();
            if (watched == now && (used > watched.seconds() * SECOND || passed > watched.seconds() * SHARE * SECOND)) {
                lastWords.accept(watched.test());
                Runtime.getRuntime().halt(HANGS);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
