// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.U8;

/** Mended: a longer key than the driver has is refused. */
public final class LinuxHashKey {
    private static final int KEY = 40;

    private final @Length("KEY") DmaBytes key;

    /** With room for a key. */
    public LinuxHashKey(DmaMemory memory) throws DriverException {
        this.key = memory.bytes(0, KEY);
    }

    /** Clears the key that the device gets. */
    public void clear(HashConfig config) throws DriverException {
        @U8 int length = config.maxKeySize().read();
        if (length > KEY) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        key.zero(0, length);
    }
}
