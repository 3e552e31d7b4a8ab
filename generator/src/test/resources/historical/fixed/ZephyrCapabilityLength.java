// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.PciBus;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** Mended: what does not fit is refused. */
public final class ZephyrCapabilityLength {
    private ZephyrCapabilityLength() {}

    /** Reads a capability, byte after byte. */
    public static void copy(PciBus bus, @U16 int function, @Range(max = 191) int at, byte[] capability) throws DriverException {
        @U8 int length = bus.read8(function, at + 2);
        if (length > capability.length) {
            throw new DriverException(Errno.EPROTO);
        }
        for (int i = 0; i < length; i++) {
            capability[i] = (byte) bus.read8(function, at + i);
        }
    }
}
