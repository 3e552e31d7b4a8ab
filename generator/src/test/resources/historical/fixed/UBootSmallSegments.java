// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Mended: a segment size of less than a sector is refused. */
public final class UBootSmallSegments {
    private final BlkConfig config;
    private final Doorbell doorbell;

    /** A disk. */
    public UBootSmallSegments(BlkConfig config, Doorbell doorbell) {
        this.config = config;
        this.doorbell = doorbell;
    }

    private @Range(min = 1, max = 8388607) long most() throws DriverException {
        @U32 long sizeMax = config.sizeMax().read();
        if (sizeMax < 512) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return sizeMax / 512;
    }

    /** How many pieces a transfer has. */
    public @U32 long pieces(@Range(max = 65536) long sectors) throws DriverException {
        return sectors / most();
    }

    /** Transfers. */
    public void transfer(@Range(max = 65536) long sectors) throws DriverException {
        long most = most();
        for (long done = 0; done < sectors; done += most) {
            doorbell.queue().write(0);
        }
    }
}
