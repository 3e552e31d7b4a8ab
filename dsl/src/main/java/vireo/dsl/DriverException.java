// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.util.Objects;
import vireo.dsl.spi.Intrinsic;

/** A failure that the caller has to handle. In C the function returns the negated {@link Errno}. */
@Intrinsic("driverexception")
public final class DriverException extends Exception {
    private static final long serialVersionUID = 1;

    private final Errno errno;

    /** A failure for this reason. */
    @Intrinsic("driverexception.new")
    public DriverException(Errno errno) {
        super(Objects.requireNonNull(errno, "errno").name());
        this.errno = errno;
    }

    /** The reason. */
    @Intrinsic("driverexception.errno")
    public Errno errno() {
        return errno;
    }
}
