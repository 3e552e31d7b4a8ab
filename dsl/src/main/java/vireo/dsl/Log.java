// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.Format;
import vireo.dsl.jvm.LogLevel;
import vireo.dsl.spi.Intrinsic;

/**
 * The kernel's log, one line a call.
 *
 * <p>A format is a literal of printable ASCII characters. {@code %d} prints an int or long as signed, {@code %u} and
 * {@code %x} its bits as unsigned, {@code %s} a {@link Text}, the name of an enum constant or of an {@link Errno},
 * and {@code %%} a percent sign. A width may follow the percent sign, and for numbers a 0 before the width pads with
 * zeros. A format that does not fit its arguments is refused (VR113), and an {@link IllegalArgumentException} on the
 * JVM.
 */
@Intrinsic("log")
public final class Log {
    private Log() {}

    /** Something failed. */
    @Intrinsic("log.error")
    public static void error(String format, Object... arguments) {
        Environment.current().log(LogLevel.ERROR, Format.apply(format, arguments));
    }

    /** Something is wrong, and the driver goes on. */
    @Intrinsic("log.warn")
    public static void warn(String format, Object... arguments) {
        Environment.current().log(LogLevel.WARN, Format.apply(format, arguments));
    }

    /** Something that an administrator wants to know. */
    @Intrinsic("log.info")
    public static void info(String format, Object... arguments) {
        Environment.current().log(LogLevel.INFO, Format.apply(format, arguments));
    }

    /** Something that the author of a driver wants to know. */
    @Intrinsic("log.debug")
    public static void debug(String format, Object... arguments) {
        Environment.current().log(LogLevel.DEBUG, Format.apply(format, arguments));
    }
}
