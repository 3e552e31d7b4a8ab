// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Asked at once, by way of a field, and by way of a parameter. */
public final class Asked {
    private final boolean hasBlockSize;
    private final boolean flushes;

    /** Keeps the answers. */
    public Asked(Offer offer) {
        this.hasBlockSize = offer.has(6);
        this.flushes = offer.has(9);
    }

    private static @U32 long read(Options options, boolean has) {
        @U32 long size = 512;
        if (has) {
            size = options.blockSize().read();
        }
        return size;
    }

    /** A block's size. */
    public @U32 long blockSize(Options options) {
        return read(options, hasBlockSize);
    }

    /** Flushes. */
    public void flush(Offer offer) throws DriverException {
        if (!flushes) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        offer.flush();
    }
}
