// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

/** How urgent a log line is, with the port's numbers. */
public enum LogLevel {
    /** Something failed. */
    ERROR(3),
    /** Something is wrong, and the driver goes on. */
    WARN(4),
    /** For administrators. */
    INFO(6),
    /** For authors of drivers. */
    DEBUG(7);

    private final int number;

    LogLevel(int number) {
        this.number = number;
    }

    /** The number in the port's {@code enum vireo_log_level}. */
    public int number() {
        return number;
    }
}
