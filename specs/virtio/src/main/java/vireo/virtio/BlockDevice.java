// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.U64;

/**
 * A disk. Positions are sectors of 512 bytes, whatever the disk's blocks are; position and length of a transfer are multiples of
 * the block size.
 *
 * <p>Blocking transfers lend their buffer for the time of the call. Pipelined ones hand it over with {@code submit} and get it
 * back with {@code complete}; {@link #kick} starts all that were submitted since. Whatever fails, these errors say why:
 *
 * <ul>
 *   <li>EINVAL: no length, a length or position that is no multiple of the block size, more than 1 GiB, a buffer shorter than
 *       the length, a request that does not exist
 *   <li>ERANGE: the transfer reaches past the end of the disk
 *   <li>EROFS: a write to a read-only disk
 *   <li>ENOSPC: as many requests are in flight as can be
 *   <li>EIO: the device failed, or was stopped before it answered; EOPNOTSUPP: it does not know the request
 *   <li>EPROTO: the device broke the protocol
 *   <li>ETIMEDOUT: the device did not answer in time and was stopped; ESHUTDOWN: it was stopped before
 * </ul>
 */
public interface BlockDevice {
    /** What people call the disk: {@code virtio-blk0 at 00:04.0}. */
    Text name();

    /** The disk's size in sectors of 512 bytes. */
    @Sectors @U64 long capacity();

    /** Bytes of a block, a power of two. */
    @Bytes @Range(min = 512, max = 4096) int blockSize();

    /** Whether the disk refuses writes. */
    boolean isReadOnly();

    /**
     * Takes over a size that has changed. Cheap where nothing has.
     *
     * @return whether capacity or block size are others than before
     * @throws DriverException as {@link BlkGeometry#read}: then all stays as it was
     */
    boolean refresh() throws DriverException;

    /**
     * Reads {@code length} bytes into a buffer, and waits for them.
     *
     * @throws DriverException as {@link #submitRead} and {@link #complete}
     */
    void read(@Sectors @U64 long sector, DmaRegion buffer, @Bytes @U32 long length) throws DriverException;

    /**
     * Writes {@code length} bytes from a buffer, and waits until the device has them.
     *
     * @throws DriverException as {@link #submitWrite} and {@link #complete}
     */
    void write(@Sectors @U64 long sector, DmaRegion buffer, @Bytes @U32 long length) throws DriverException;

    /**
     * Reads into private memory, by way of a buffer of the driver's.
     *
     * @throws DriverException as {@link #read}
     */
    void readBytes(@Sectors @U64 long sector, byte @Bytes [] data) throws DriverException;

    /**
     * Writes from private memory, by way of a buffer of the driver's.
     *
     * @throws DriverException as {@link #write}
     */
    void writeBytes(@Sectors @U64 long sector, byte @Bytes [] data) throws DriverException;

    /**
     * Makes durable all writes that are complete, and waits for it.
     *
     * @throws DriverException ENOSPC where no more requests can be in flight; EIO, EOPNOTSUPP where the device fails the request or
     *     does not know it; EPROTO where it breaks the protocol; ETIMEDOUT where it does not answer in time, and is stopped;
     *     ESHUTDOWN where it was stopped before
     */
    void flush() throws DriverException;

    /**
     * Prepares a read of {@code length} bytes; it starts with the next {@link #kick}.
     *
     * @throws DriverException EINVAL for a length or position that is not possible, or a buffer that is too short; ERANGE past the
     *     end of the disk; ENOSPC where no more requests can be in flight; ESHUTDOWN where the device was stopped
     */
    BlockRequest submitRead(
            @Sectors @U64 long sector, @Moves DmaRegion buffer, @Bytes @U32 long length) throws DriverException;

    /**
     * Prepares a write of {@code length} bytes; it starts with the next {@link #kick}.
     *
     * @throws DriverException EROFS for a read-only disk; as {@link #submitRead}
     */
    BlockRequest submitWrite(
            @Sectors @U64 long sector, @Moves DmaRegion buffer, @Bytes @U32 long length) throws DriverException;

    /** Starts everything that was submitted. */
    void kick();

    /**
     * Whether a request is complete, well or not. Does not wait.
     *
     * @throws DriverException EINVAL for a request that does not exist; EPROTO where the device breaks the protocol, EIO where it
     *     did so before
     */
    boolean isComplete(BlockRequest request) throws DriverException;

    /**
     * Waits for a request, starting it where need be, and gives its buffer back. Where it failed, {@link #reclaim} does.
     *
     * @throws DriverException EINVAL for a request that does not exist; EIO, EOPNOTSUPP where the device fails the request or does
     *     not know it; EPROTO where it breaks the protocol; ETIMEDOUT where it does not answer in time, and is stopped; ESHUTDOWN
     *     where it was stopped before
     */
    DmaRegion complete(@Moves BlockRequest request) throws DriverException;

    /**
     * Gives back the buffer of a request that has failed.
     *
     * @throws DriverException EBUSY where the device still has it; EINVAL for a request that does not exist
     */
    DmaRegion reclaim(@Moves BlockRequest request) throws DriverException;

    /**
     * Allocates a buffer for transfers.
     *
     * @param size bytes
     * @throws DriverException as {@link DmaRegionProvider#allocate}
     */
    DmaRegion allocateBuffer(
            @Bytes @Range(min = 1, max = DmaRegionProvider.MAX_REGION_SIZE) long size) throws DriverException;

    /** Gives a buffer back that {@link #allocateBuffer} made. */
    void releaseBuffer(@Moves DmaRegion buffer);
}
