// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Count;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaStruct;
import vireo.dsl.SpecRow;
import vireo.dsl.U8;

/**
 * A frame in memory that is shared with the device, and its header right before it, in one descriptor. VIRTIO 1.4, 5.1.6.
 *
 * <p>The frame is at the same place whatever the length of the header: a header of ten bytes is the last ten of twelve. What follows
 * the frame's own header of 14 bytes, such as an IP header, is on a multiple of 16. Buffers share no cache line.
 *
 * @param skipped not used
 * @param header all zero on the way to the device: there are no offloads
 * @param frame from the destination's address to the last byte before the check sequence, which neither side sees
 * @param rest not used
 */
@DmaStruct(size = NetBuffer.SIZE, align = 64)
@Conforms("drv.net.rxbuf.7")
@Conforms("drv.net.tx.1")
@Conforms("drv.net.tx.51")
public record NetBuffer(
        @At(0) @Count(6) DmaBytes skipped,
        @At(6) @Count(NetBuffer.HEADER_SIZE) DmaBytes header,
        @At(18) @Count(NetBuffer.FRAME_SIZE) DmaBytes frame,
        @At(1532) @Count(4) DmaBytes rest) {
    /** Bytes from one buffer to the next. */
    public static final @Bytes int SIZE = 1536;

    /** Bytes of the longest frame: 1500 bytes and an Ethernet header. */
    @SpecRow("ethernet#frame/longest")
    public static final @Bytes int FRAME_SIZE = 1514;

    /** Where the frame begins. */
    public static final @Bytes int FRAME_OFFSET = 18;

    /** Bytes of a header. */
    @SpecRow("virtio-1.4#net-header/bytes")
    public static final @Bytes int HEADER_SIZE = 12;

    /** Bytes of a header of a legacy device, which has no number of buffers at its end. */
    @SpecRow("virtio-1.4#net-header/legacy_bytes")
    public static final @Bytes int LEGACY_HEADER_SIZE = 10;

    /** Where the flags are in a header. */
    @SpecRow("virtio-1.4#net-header/flags")
    public static final @Bytes int FLAGS = 0;

    /** In the flags: the receiver has to fill in a checksum. */
    @SpecRow("virtio-1.4#net-header/needs_csum")
    public static final @BitMask @U8 int NEEDS_CHECKSUM = 1;

    /** Where the type of segmentation is in a header; zero for none. */
    @SpecRow("virtio-1.4#net-header/gso_type")
    public static final @Bytes int SEGMENTATION = 1;
}
