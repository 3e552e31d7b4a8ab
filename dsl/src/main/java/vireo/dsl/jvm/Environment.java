// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What surrounds a driver without being passed to it: clock, log, the processor's hints and barriers.
 *
 * <p>Each thread has its own. Without one that a test {@link #install installs}, a thread has the JVM's clock, a log on
 * standard error and real barriers.
 */
public interface Environment {
    /** Nanoseconds since an arbitrary start, unsigned, never backwards. */
    long nanoseconds();

    /** A breath in a polling loop; a simulated machine moves on here. */
    void relax();

    /** The full barrier. */
    void fence();

    /** Takes one line of the log, without a line end. */
    void log(LogLevel level, String line);

    /** The order of the bytes of a number in the processor. */
    default ByteOrder byteOrder() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    /** The environment of this thread. */
    static Environment current() {
        return InstalledEnvironment.CURRENT.get();
    }

    /**
     * Makes an environment that of this thread until the result is closed, which brings the earlier one back.
     * Installations nest: the last is closed first.
     */
    static Installation install(Environment environment) {
        return new InstalledEnvironment(Objects.requireNonNull(environment, "environment"));
    }

    /** An installed environment. */
    interface Installation extends AutoCloseable {
        /**
         * Brings back the environment that this one replaced.
         *
         * @throws IllegalStateException when called on another thread, or while a later installation is open
         */
        @Override
        void close();
    }
}
