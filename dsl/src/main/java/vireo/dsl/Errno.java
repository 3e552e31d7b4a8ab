// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** Why something failed: the kernel's status codes, with Linux's numbers. */
@Intrinsic("errno")
public enum Errno {
    /** Input/output error. */
    EIO(5),
    /** No such device or address. */
    ENXIO(6),
    /** Try again. */
    EAGAIN(11),
    /** Out of memory. */
    ENOMEM(12),
    /** Bad address. */
    EFAULT(14),
    /** Device or resource busy. */
    EBUSY(16),
    /** No such device. */
    ENODEV(19),
    /** Invalid argument. */
    EINVAL(22),
    /** No space left. */
    ENOSPC(28),
    /** Read-only. */
    EROFS(30),
    /** Result or argument out of range. */
    ERANGE(34),
    /** No data available. */
    ENODATA(61),
    /** Protocol error. */
    EPROTO(71),
    /** Not a data message: malformed content. */
    EBADMSG(74),
    /** Value too large for its type. */
    EOVERFLOW(75),
    /** Message too long. */
    EMSGSIZE(90),
    /** Operation not supported. */
    EOPNOTSUPP(95),
    /** No buffer space available. */
    ENOBUFS(105),
    /** The endpoint has been shut down. */
    ESHUTDOWN(108),
    /** Timed out. */
    ETIMEDOUT(110);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /** The number in C, positive; a C function returns it negated. For tests: a driver compares constants. */
    public int number() {
        return number;
    }
}
