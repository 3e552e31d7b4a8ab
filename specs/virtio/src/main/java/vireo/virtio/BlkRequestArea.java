// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.Count;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Octet;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Side;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.WrittenBy;

/**
 * What stands before and after the data of one request: the header, which the device reads, and the status, which it writes.
 * VIRTIO 1.4, 5.2.6.
 *
 * @param type {@link #TYPE_IN}, {@link #TYPE_OUT} or {@link #TYPE_FLUSH}
 * @param reserved zero
 * @param sector the first sector of 512 bytes; zero for a flush
 * @param status {@link #STATUS_OK}, {@link #STATUS_IOERR} or {@link #STATUS_UNSUPP}
 * @param unused keeps areas apart
 */
@DmaStruct(size = 32, align = 16)
public record BlkRequestArea(
        @At(0) @SpecRow("virtio-1.4#blk-request/type") @RequestType Le32 type,
        @At(4) @SpecRow("virtio-1.4#blk-request/reserved") Le32 reserved,
        @At(8) @SpecRow("virtio-1.4#blk-request/sector") @Sectors Le64 sector,
        @At(16) @RequestStatus @WrittenBy(Side.DEVICE) Octet status,
        @At(17) @Count(15) DmaArray<Octet> unused) {
    /** Bytes from one area to the next. */
    public static final @Bytes int SIZE = 32;

    /** Bytes of the header: type, reserved, sector. */
    @SpecRow("virtio-1.4#blk-request/header_bytes")
    public static final @Bytes int HEADER_SIZE = 16;

    /** Where the status is. */
    public static final @Bytes int STATUS_OFFSET = 16;

    /** Bytes of the status. */
    @SpecRow("virtio-1.4#blk-request/status_bytes")
    public static final @Bytes int STATUS_SIZE = 1;

    /** Reads from the disk. */
    @SpecRow("virtio-1.4#blk-request/type_in")
    public static final @RequestType @U32 long TYPE_IN = 0;

    /** Writes to the disk. */
    @SpecRow("virtio-1.4#blk-request/type_out")
    public static final @RequestType @U32 long TYPE_OUT = 1;

    /** Makes durable what was written. */
    @RequiresFeature(BlkFeature.FLUSH)
    @SpecRow("virtio-1.4#blk-request/type_flush")
    public static final @RequestType @U32 long TYPE_FLUSH = 4;

    /** Done. */
    @SpecRow("virtio-1.4#blk-request/status_ok")
    public static final @RequestStatus @U8 int STATUS_OK = 0;

    /** Failed. */
    @SpecRow("virtio-1.4#blk-request/status_ioerr")
    public static final @RequestStatus @U8 int STATUS_IOERR = 1;

    /** The device does not know this type of request. */
    @SpecRow("virtio-1.4#blk-request/status_unsupp")
    public static final @RequestStatus @U8 int STATUS_UNSUPP = 2;

    /** No status of the specification's: stands there until the device writes one. */
    public static final @RequestStatus @U8 int STATUS_PENDING = 0xFF;
}
