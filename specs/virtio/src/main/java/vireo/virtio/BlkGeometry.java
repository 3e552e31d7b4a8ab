// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Window;

/**
 * How large a disk and its blocks are. VIRTIO 1.4, 5.2.4.
 *
 * @param capacity sectors of 512 bytes
 * @param blockSize bytes of a block, a power of two: what is read or written is a multiple of it
 */
public record BlkGeometry(
        @Sectors @U64 long capacity, @Bytes @Range(min = MIN_BLOCK_SIZE, max = MAX_BLOCK_SIZE) int blockSize) {
    /** The smallest block: a sector. */
    @SpecRow("virtio-1.4#blk-config/sector_bytes")
    public static final @Bytes int MIN_BLOCK_SIZE = 512;

    /** The largest block that the driver supports. */
    public static final @Bytes int MAX_BLOCK_SIZE = 4096;

    /** How often a configuration that changes while it is read is read again. */
    private static final int MAX_READS = 16;

    /**
     * Reads a disk's geometry from the device configuration.
     *
     * @param hasBlockSize whether {@link BlkFeature#BLK_SIZE} was negotiated
     * @throws DriverException EOPNOTSUPP for a block size that the driver does not support; EAGAIN where the configuration does not
     *     come to rest; as {@link Transport#mapConfig} where it cannot be read
     */
    public static BlkGeometry read(Transport transport, boolean hasBlockSize) throws DriverException {
        Window window = transport.mapConfig(BlkConfig.SIZE);
        try {
            return readAtRest(transport, window.bind(BlkConfig.class, 0), hasBlockSize);
        } finally {
            transport.unmapConfig(window);
        }
    }

    /**
     * The fields change together, the registers are read one by one: only what one generation shows belongs together. A legacy
     * device counts no generations; there, what two readings in a row show does. VIRTIO 1.4, 2.5.4.
     */
    @Conforms("drv.basic.cfg.1")
    @Conforms("drv.basic.cfg.2")
    @Conforms("drv.basic.cfg.3")
    @Conforms("drv.basic.cfg.4")
    private static BlkGeometry readAtRest(Transport transport, BlkConfig config, boolean hasBlockSize)
            throws DriverException {
        @U64 long lastCapacity = 0;
        @U32 long lastBlockSize = 0;
        for (int reads = 0; reads < MAX_READS; reads++) {
            @U32 long generation = transport.configGeneration();
            @U64 long capacity = config.capacity().read();
            @U32 long blockSize = MIN_BLOCK_SIZE;
            if (hasBlockSize) {
                blockSize = config.blkSize().read();
            }
            boolean again = capacity == lastCapacity && blockSize == lastBlockSize;
            if (transport.isLegacy() ? again : transport.configGeneration() == generation) {
                return checked(capacity, blockSize);
            }
            lastCapacity = capacity;
            lastBlockSize = blockSize;
        }
        Log.error("device configuration keeps changing");
        throw new DriverException(Errno.EAGAIN);
    }

    private static BlkGeometry checked(@Sectors @U64 long capacity, @Bytes @U32 long blockSize) throws DriverException {
        if (blockSize < MIN_BLOCK_SIZE || blockSize > MAX_BLOCK_SIZE || (blockSize & (blockSize - 1)) != 0) {
            Log.error("disk has blocks of %u bytes; the driver supports powers of two from %d to %d",
                    blockSize, MIN_BLOCK_SIZE, MAX_BLOCK_SIZE);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new BlkGeometry(capacity, (int) blockSize);
    }
}
