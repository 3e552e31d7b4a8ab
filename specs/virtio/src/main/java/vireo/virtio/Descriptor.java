// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.ChainFlags;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Side;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;
import vireo.dsl.WrittenBy;

/**
 * One entry of the descriptor table: a piece of memory in a chain. VIRTIO 1.4, 2.7.5.
 *
 * @param addr physical address of the first byte
 * @param len bytes
 * @param flags {@link #NEXT}, {@link #WRITE}, {@link #INDIRECT}
 * @param next the chain's next descriptor, where NEXT is set
 */
@DmaStruct(size = 16, align = 16)
@SpecTable("virtio-1.4#descriptor")
public record Descriptor(
        @At(0) @DeviceAddress Le64 addr,
        @At(8) @Bytes Le32 len,
        @At(12) @BitMask
                @ChainFlags(next = "next", more = Descriptor.NEXT, written = Descriptor.WRITE, table = Descriptor.INDIRECT)
                Le16 flags,
        @At(14) @Entry Le16 next) {
    /** The chain goes on at {@code next}. */
    public static final @BitMask @U16 int NEXT = 1;

    /** The device writes this memory; without the flag it reads it. */
    public static final @WrittenBy(Side.DEVICE) @BitMask @U16 int WRITE = 2;

    /** The memory holds a table of descriptors. */
    public static final @BitMask @U16 int INDIRECT = 4;
}
