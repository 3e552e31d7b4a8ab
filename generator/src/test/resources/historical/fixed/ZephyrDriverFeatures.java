// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Bit;
import vireo.dsl.BitMask;
import vireo.dsl.BitNumber;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Mended: the driver remembers what it has accepted, and writes whole words. */
public final class ZephyrDriverFeatures {
    private @BitMask @U32 long accepted;

    /** None yet. */
    public ZephyrDriverFeatures() {
        this.accepted = 0;
    }

    /** Accepts one feature of the first 32. */
    public void accept(MmioRegisters registers, @BitNumber @Range(max = 31) int feature) {
        accepted = accepted | Bit.mask(feature);
        registers.driverFeaturesSel().write(0);
        registers.driverFeatures().write(accepted);
    }
}
