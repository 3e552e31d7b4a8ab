// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Mended: the smaller of the two limits is chosen in the wide type. */
public final class LinuxMaxDmaSize {
    private @U32 long maxSegment;

    /** No limit known. */
    public LinuxMaxDmaSize() {
        this.maxSegment = 0;
    }

    /** Takes over the platform's limit. */
    public void limit(@Range(max = 0xFFFF_FFFF_FFFFL) long maxDmaSize) {
        maxSegment = maxDmaSize < Uint32.MAX ? maxDmaSize : Uint32.MAX;
    }

    /** Bytes of a segment at most. */
    public @U32 long maxSegment() {
        return maxSegment;
    }
}
