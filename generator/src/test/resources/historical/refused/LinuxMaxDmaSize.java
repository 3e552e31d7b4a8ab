// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Range;
import vireo.dsl.U32;

/**
 * Linux, CVE-2023-52762: virtio_max_dma_size() answers in the width of a pointer, and the block driver kept the
 * answer in 32 bits. Where there was no limit the number became 0, a request could have no segment at all, and the
 * guest stopped with a kernel bug while it booted.
 */
public final class LinuxMaxDmaSize {
    private @U32 long maxSegment;

    /** No limit known. */
    public LinuxMaxDmaSize() {
        this.maxSegment = 0;
    }

    /** Takes over the platform's limit. */
    public void limit(@Range(max = 0xFFFF_FFFF_FFFFL) long maxDmaSize) {
        maxSegment = maxDmaSize; // expect VR302: may
    }

    /** Bytes of a segment at most. */
    public @U32 long maxSegment() {
        return maxSegment;
    }
}
