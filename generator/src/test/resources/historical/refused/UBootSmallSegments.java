// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Range;
import vireo.dsl.U32;

/**
 * U-Boot, virtio block driver: a request was cut into pieces of as many sectors as fit into the segment size that the
 * device announced. With less than 512 bytes that is none: the boot loader divided by nothing, or moved nothing for
 * ever, before it had loaded anything.
 */
public final class UBootSmallSegments {
    private final BlkConfig config;
    private final Doorbell doorbell;

    /** A disk. */
    public UBootSmallSegments(BlkConfig config, Doorbell doorbell) {
        this.config = config;
        this.doorbell = doorbell;
    }

    /** How many pieces a transfer has. */
    public @U32 long pieces(@Range(max = 65536) long sectors) {
        @U32 long most = config.sizeMax().read() / 512;
        return sectors / most; // expect VR304: may be zero
    }

    /** Transfers. */
    public void transfer(@Range(max = 65536) long sectors) {
        @U32 long most = config.sizeMax().read() / 512;
        long left = sectors;
        while (left > 0) { // expect VR803: no counter moves
            long piece = most < left ? most : left;
            doorbell.queue().write(0);
            left -= piece;
        }
    }
}
