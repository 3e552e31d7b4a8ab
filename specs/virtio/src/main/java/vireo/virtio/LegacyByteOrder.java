// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Cpu;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;

/**
 * The byte order of a legacy device: its rings and its configuration are in the processor's. VIRTIO 1.4, 2.5.3 and 2.7.3. The
 * rings of this driver are little-endian, as all others are, so that both agree on a little-endian processor only.
 */
public final class LegacyByteOrder {
    private LegacyByteOrder() {}

    /**
     * Refuses legacy devices where they could not be understood.
     *
     * @throws DriverException EOPNOTSUPP on a big-endian processor
     */
    @Conforms("drv.split.legacy.4")
    public static void requireLittleEndian() throws DriverException {
        if (!Cpu.isLittleEndian()) {
            Log.error("legacy virtio devices are driven on little-endian processors only");
            throw new DriverException(Errno.EOPNOTSUPP);
        }
    }
}
