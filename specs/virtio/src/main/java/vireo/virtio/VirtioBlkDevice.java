// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Conforms;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint64;

/**
 * A virtio block device. VIRTIO 1.4, 5.2.
 *
 * <p>Of the features it knows read-only, flush and block size; it leaves all others off. A disk that offers flush is taken to have
 * a write-back cache, one that does not to have none: there a flush has nothing to do.
 *
 * <p>A request that is not answered in time, or an answer that breaks the protocol, ends with the device being reset, because until
 * then it may write to the request's memory. Where it does not even confirm that, its memory is never used again.
 */
@Linear
@Conforms("drv.basic.conf.3")
@Conforms("drv.blk.init.2")
@Conforms("drv.blk.init.3")
@Conforms("drv.blk.init.1")
@Conforms("drv.blk.op.3")
@Conforms("drv.basic.resfeat.1")
@Conforms("drv.basic.resfeat.2")
@Conforms("drv.basic.feat.2")
public final class VirtioBlkDevice implements BlockDevice {
    /** Requests that can be in flight at most; a small queue may hold fewer. */
    public static final int MAX_REQUESTS = 64;

    /** Bytes that one request can transfer at most. */
    public static final long MAX_TRANSFER = VirtQueue.MAX_SEGMENT;

    /** How long a request may take, in milliseconds. */
    public static final long REQUEST_MILLISECONDS = 5000;

    private static final int QUEUE = 0;

    /** Header, data, status. */
    private static final int DESCRIPTORS_OF_REQUEST = 3;

    /** The smallest power of two that has room for a request. */
    private static final int MIN_QUEUE_SIZE = 4;

    private static final int SECTOR_SHIFT = 9;

    private static final @BitMask @U64 long REQUIRED_FEATURES = 1L << Feature.VERSION_1;
    private static final @BitMask @U64 long FEATURES =
            REQUIRED_FEATURES | 1L << BlkFeature.RO | 1L << BlkFeature.BLK_SIZE | 1L << BlkFeature.FLUSH;

    /** The driver's own memory: a buffer for copying transfers, then the requests' headers and status bytes. */
    private static final int COPY_SIZE = 65536;

    private static final int AREAS_OFFSET = COPY_SIZE;
    private static final int MEMORY_SIZE = COPY_SIZE + MAX_REQUESTS * BlkRequestArea.SIZE;

    /** Ends the list of free slots. */
    private static final int NO_SLOT = MAX_REQUESTS;

    private final Transport transport;
    private final DmaRegionProvider dma;
    private final Text name;
    private final BlkGeometry geometry;
    private final boolean readOnly;
    private final boolean flushable;
    private final VirtQueue queue;
    private final QueueNotifier notifier;
    private final DmaRegion memory;
    private final @Length("COPY_SIZE") DmaBytes copyBuffer;
    private final @Length("MAX_REQUESTS") DmaArray<BlkRequestArea> areas;
    private final @U64 long areasPhysical;

    /** What each slot's request is about. Its chain in the queue is the slot's for good. */
    private final BlkRequestState[] states = new BlkRequestState[MAX_REQUESTS];

    private final @Range(max = NO_SLOT) int[] nextFreeSlot = new int[MAX_REQUESTS];
    private final @Range(max = VirtQueue.MAX_SIZE - 1) int[] headOfSlot = new int[MAX_REQUESTS];
    private final @Range(max = MAX_REQUESTS - 1) int[] slotOfHead = new int[VirtQueue.MAX_SIZE];
    private @Range(max = NO_SLOT) int firstFreeSlot;
    private boolean stopped;

    /**
     * Initialises the device and its queue. VIRTIO 1.4, 3.1.1 and 5.2.5.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param name for the log, and for people
     * @throws DriverException EOPNOTSUPP for a device without VERSION_1, with unusable features, blocks or queue; ETIMEDOUT where it
     *     does not reset; ENXIO, EAGAIN for a configuration that is too short or does not come to rest; ENOMEM
     */
    public VirtioBlkDevice(Transport transport, DmaRegionProvider dma, Text name) throws DriverException {
        this.transport = transport;
        this.dma = dma;
        this.name = name;
        NegotiatedDevice negotiated = NegotiatedDevice.negotiate(transport, FEATURES, REQUIRED_FEATURES);
        try {
            this.readOnly = negotiated.has(BlkFeature.RO);
            this.flushable = negotiated.has(BlkFeature.FLUSH);
            this.geometry = BlkGeometry.read(transport, negotiated.has(BlkFeature.BLK_SIZE));
            this.queue = new VirtQueue(dma, queueSize(transport), false);
            try {
                this.memory = dma.allocate(MEMORY_SIZE);
                try {
                    this.copyBuffer = memory.memory().bytes(0, COPY_SIZE);
                    this.areas = memory.memory().array(BlkRequestArea.class, AREAS_OFFSET, MAX_REQUESTS);
                    this.areasPhysical = Uint64.wrappingAdd(memory.memory().physical(), AREAS_OFFSET);
                    this.firstFreeSlot = NO_SLOT;
                    for (int slot = 0; slot < MAX_REQUESTS; slot++) {
                        states[slot] = BlkRequestState.FREE;
                        if (queue.freeDescriptors() >= DESCRIPTORS_OF_REQUEST) {
                            prepare(slot);
                        }
                    }
                    queue.suppressInterrupts();
                    // The last step that can fail: a device that knows of the queue is a device that gets started.
                    transport.enableQueue(
                            QUEUE, queue.size(), queue.descriptorArea(), queue.driverArea(), queue.deviceArea());
                } catch (DriverException e) {
                    dma.release(memory);
                    throw e;
                }
            } catch (DriverException e) {
                queue.release(dma);
                throw e;
            }
        } catch (DriverException e) {
            negotiated.abandon();
            throw e;
        }
        this.stopped = false;
        this.notifier = new QueueNotifier(negotiated.start(), QUEUE);
    }

    /** Stops the device and gives back all its memory. Every request has been completed or reclaimed before. */
    @Moves
    public void release() {
        if (!stopped) {
            stop();
        }
        dma.release(memory);
        queue.release(dma);
    }

    @Override
    public Text name() {
        return name;
    }

    @Override
    public @U64 long capacity() {
        return geometry.capacity();
    }

    @Override
    public @Range(min = 512, max = 4096) int blockSize() {
        return geometry.blockSize();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public void read(@U64 long sector, DmaRegion buffer, @U32 long length) throws DriverException {
        transfer(BlkRequestArea.TYPE_IN, sector, buffer.memory().physical(), length, buffer.memory().size());
    }

    @Override
    public void write(@U64 long sector, DmaRegion buffer, @U32 long length) throws DriverException {
        refuseReadOnly();
        transfer(BlkRequestArea.TYPE_OUT, sector, buffer.memory().physical(), length, buffer.memory().size());
    }

    @Override
    public void readBytes(@U64 long sector, byte[] data) throws DriverException {
        long total = checkedLength(sector, data.length, data.length);
        for (int done = 0; done < total; done += COPY_SIZE) {
            int chunk = total - done < COPY_SIZE ? (int) total - done : COPY_SIZE;
            transfer(BlkRequestArea.TYPE_IN, sectorAfter(sector, done), memory.memory().physical(), chunk, COPY_SIZE);
            copyBuffer.copyTo(0, data, done, chunk);
        }
    }

    @Override
    public void writeBytes(@U64 long sector, byte[] data) throws DriverException {
        refuseReadOnly();
        long total = checkedLength(sector, data.length, data.length);
        for (int done = 0; done < total; done += COPY_SIZE) {
            int chunk = total - done < COPY_SIZE ? (int) total - done : COPY_SIZE;
            copyBuffer.copyFrom(0, data, done, chunk);
            transfer(BlkRequestArea.TYPE_OUT, sectorAfter(sector, done), memory.memory().physical(), chunk, COPY_SIZE);
        }
    }

    @Override
    @Conforms("drv.blk.op.4")
    @Conforms("drv.blk.op.5")
    public void flush() throws DriverException {
        if (stopped) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        if (!flushable) {
            return;
        }
        int slot = describe(BlkRequestArea.TYPE_FLUSH, 0);
        @U64 long area = Uint64.wrappingAdd(areasPhysical, slot * BlkRequestArea.SIZE);
        queue.offerCommand(
                headOfSlot[slot],
                Uint64.wrappingAdd(area, BlkRequestArea.STATUS_OFFSET),
                BlkRequestArea.STATUS_SIZE);
        finish(slot);
    }

    @Override
    public BlockRequest submitRead(@U64 long sector, @Moves DmaRegion buffer, @U32 long length) throws DriverException {
        int slot = start(
                BlkRequestArea.TYPE_IN, sector, buffer.memory().physical(), length, buffer.memory().size());
        return new BlockRequest(slot, buffer);
    }

    @Override
    public BlockRequest submitWrite(@U64 long sector, @Moves DmaRegion buffer, @U32 long length) throws DriverException {
        refuseReadOnly();
        int slot = start(
                BlkRequestArea.TYPE_OUT, sector, buffer.memory().physical(), length, buffer.memory().size());
        return new BlockRequest(slot, buffer);
    }

    @Override
    public void kick() {
        if (!stopped) {
            publish();
        }
    }

    @Override
    public boolean isComplete(BlockRequest request) throws DriverException {
        int slot = request.slot();
        refuseFree(slot);
        for (int answers = 0; answers < MAX_REQUESTS && states[slot] == BlkRequestState.IN_FLIGHT; answers++) {
            if (!takeAnswer()) {
                return false;
            }
        }
        return states[slot] != BlkRequestState.IN_FLIGHT;
    }

    @Override
    public DmaRegion complete(@Moves BlockRequest request) throws DriverException {
        int slot = request.slot();
        refuseFree(slot);
        await(slot);
        refuseFailed(states[slot]);
        free(slot);
        return request.buffer();
    }

    @Override
    public DmaRegion reclaim(@Moves BlockRequest request) throws DriverException {
        int slot = request.slot();
        refuseFree(slot);
        if (states[slot] == BlkRequestState.IN_FLIGHT) {
            throw new DriverException(Errno.EBUSY);
        }
        free(slot);
        return request.buffer();
    }

    @Override
    public DmaRegion allocateBuffer(@Range(min = 1, max = DmaRegionProvider.MAX_REGION_SIZE) long size)
            throws DriverException {
        return dma.allocate(size);
    }

    @Override
    public void releaseBuffer(@Moves DmaRegion buffer) {
        dma.release(buffer);
    }

    /** The largest queue that the device, the driver and the specification allow. */
    private static @Range(min = MIN_QUEUE_SIZE, max = VirtQueue.MAX_SIZE) int queueSize(Transport transport)
            throws DriverException {
        @U16 int most = transport.maxQueueSize(QUEUE);
        for (int size = VirtQueue.MAX_SIZE; size >= MIN_QUEUE_SIZE; size /= 2) {
            if (size <= most) {
                return size;
            }
        }
        Log.error("request queue has room for %u descriptors; a request takes 3", most);
        throw new DriverException(Errno.EOPNOTSUPP);
    }

    private static @U64 long sectorAfter(@U64 long sector, @Range(min = 0) int bytes) {
        return Uint64.wrappingAdd(sector, bytes >> SECTOR_SHIFT);
    }

    /** Gives a slot its chain in the queue: header and status in place, the data to come. */
    private void prepare(@Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        @U64 long area = Uint64.wrappingAdd(areasPhysical, slot * BlkRequestArea.SIZE);
        int head = queue.prepareTransfer(
                area,
                BlkRequestArea.HEADER_SIZE,
                Uint64.wrappingAdd(area, BlkRequestArea.STATUS_OFFSET),
                BlkRequestArea.STATUS_SIZE);
        headOfSlot[slot] = head;
        slotOfHead[head] = slot;
        free(slot);
    }

    private void refuseReadOnly() throws DriverException {
        if (readOnly) {
            throw new DriverException(Errno.EROFS);
        }
    }

    /** The length of a transfer, once it is known to be possible. */
    @Conforms("drv.blk.op.2")
    @Conforms("drv.blk.op.6")
    private @Range(min = 1, max = MAX_TRANSFER) long checkedLength(
            @U64 long sector, @U32 long length, @U32 long available) throws DriverException {
        if (stopped) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        int blockMask = geometry.blockSize() - 1;
        if (length < 1
                || length > MAX_TRANSFER
                || length > available
                || (length & blockMask) != 0
                || (sector & blockMask >> SECTOR_SHIFT) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        // Written so that nothing wraps, whatever the sector: sectors <= capacity, then sector <= capacity - sectors.
        @U64 long capacity = geometry.capacity();
        @U64 long sectors = length >> SECTOR_SHIFT;
        if (Uint64.lessThan(capacity, sectors)
                || Uint64.lessThan(Uint64.wrappingSub(capacity, sectors), sector)) {
            throw new DriverException(Errno.ERANGE);
        }
        return length;
    }

    /** Makes a request with data and waits for it. */
    private void transfer(
            @U32 long type, @U64 long sector, @U64 long data, @U32 long length, @U32 long available)
            throws DriverException {
        finish(start(type, sector, data, length, available));
    }

    /**
     * Describes a request with data to the device, which does not look at it yet.
     *
     * @param data physical address of the data
     * @param length bytes of data
     * @param available bytes of the buffer
     */
    private @Range(max = MAX_REQUESTS - 1) int start(
            @U32 long type, @U64 long sector, @U64 long data, @U32 long length, @U32 long available)
            throws DriverException {
        long bytes = checkedLength(sector, length, available);
        int slot = describe(type, sector);
        if (type == BlkRequestArea.TYPE_IN) {
            queue.offerTransfer(
                    headOfSlot[slot], data, bytes, Descriptor.WRITE, bytes + BlkRequestArea.STATUS_SIZE);
        } else {
            queue.offerTransfer(headOfSlot[slot], data, bytes, 0, BlkRequestArea.STATUS_SIZE);
        }
        return slot;
    }

    /** Takes a slot, and writes its header. */
    private @Range(max = MAX_REQUESTS - 1) int describe(@U32 long type, @U64 long sector) throws DriverException {
        int slot = firstFreeSlot;
        if (slot == NO_SLOT) {
            throw new DriverException(Errno.ENOSPC);
        }
        firstFreeSlot = nextFreeSlot[slot];
        states[slot] = BlkRequestState.IN_FLIGHT;
        BlkRequestArea area = areas.at(slot);
        area.type().set(type);
        area.sector().set(sector);
        area.status().set(BlkRequestArea.STATUS_PENDING);
        return slot;
    }

    /** Starts a request, waits for it, and gives its slot back. */
    private void finish(@Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        publish();
        await(slot);
        BlkRequestState state = states[slot];
        free(slot);
        refuseFailed(state);
    }

    /** Lets the device, which is not stopped, know of all requests that were described. */
    private void publish() {
        if (queue.publish()) {
            notifier.notifyDevice();
        }
    }

    /** Waits until the device has answered a request. */
    private void await(@Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        while (states[slot] == BlkRequestState.IN_FLIGHT) {
            // Of requests made together most answers are there already: only a silent device is worth a look at the clock.
            if (!takeAnswer()) {
                awaitAnswer();
            }
        }
    }

    /**
     * Waits for one answer, to whatever request; those that the device does not yet know of are started. A device that is silent for
     * too long is stopped.
     */
    @Conforms("drv.basic.status.4")
    private void awaitAnswer() throws DriverException {
        kick();
        Deadline deadline = Deadline.afterMillis(REQUEST_MILLISECONDS);
        while (!takeAnswer()) {
            if (deadline.expired()) {
                Log.error("%s: no answer within %u ms, device status 0x%02x", name, REQUEST_MILLISECONDS, transport.status());
                stop();
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }

    /** Takes one answer from the device, to whatever request. Returns whether there was one. */
    private boolean takeAnswer() throws DriverException {
        try {
            UsedBuffer used = queue.takeUsed();
            int head = used.head();
            if (head == UsedBuffer.NONE) {
                return false;
            }
            int slot = slotOfHead[head];
            states[slot] = outcome(slot, used);
            return true;
        } catch (DriverException e) {
            Log.error("%s: device broke the protocol and is stopped", name);
            stop();
            throw e;
        }
    }

    /** What the device says of a request that it gave back. */
    @Conforms("drv.split.used.2")
    private BlkRequestState outcome(@Range(max = MAX_REQUESTS - 1) int slot, UsedBuffer used) {
        @U8 int status = areas.at(slot).status().get();
        if (status == BlkRequestArea.STATUS_OK && used.unwritten() == 0) {
            return BlkRequestState.OK;
        }
        return failure(status, used);
    }

    /** What the device says of a request that it has not done, or not all of it, as far as that can be. */
    private BlkRequestState failure(@U8 int status, UsedBuffer used) {
        if (used.length() == 0) {
            // The status is no answer: the device has not written it.
            return BlkRequestState.MALFORMED;
        }
        if (status == BlkRequestArea.STATUS_IOERR) {
            return BlkRequestState.IO_ERROR;
        }
        if (status == BlkRequestArea.STATUS_UNSUPP) {
            return BlkRequestState.UNSUPPORTED;
        }
        Log.error("%s: status %u, %u bytes written, %u missing", name, status, used.length(), used.unwritten());
        return BlkRequestState.MALFORMED;
    }

    /** Ends the device's use of memory. What it had not answered is lost. */
    private void stop() {
        stopped = true;
        try {
            transport.reset();
        } catch (DriverException e) {
            Log.error("%s: cannot be stopped (%s), its memory is not used again", name, e.errno());
            dma.quarantine();
        }
        for (int slot = 0; slot < MAX_REQUESTS; slot++) {
            if (states[slot] == BlkRequestState.IN_FLIGHT) {
                states[slot] = BlkRequestState.LOST;
            }
        }
    }

    private void free(@Range(max = MAX_REQUESTS - 1) int slot) {
        states[slot] = BlkRequestState.FREE;
        nextFreeSlot[slot] = firstFreeSlot;
        firstFreeSlot = slot;
    }

    private void refuseFree(@Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        if (states[slot] == BlkRequestState.FREE) {
            throw new DriverException(Errno.EINVAL);
        }
    }

    private static void refuseFailed(BlkRequestState state) throws DriverException {
        if (state == BlkRequestState.OK) {
            return;
        }
        switch (state) {
            case UNSUPPORTED:
                throw new DriverException(Errno.EOPNOTSUPP);
            case MALFORMED:
                throw new DriverException(Errno.EPROTO);
            default:
                throw new DriverException(Errno.EIO);
        }
    }
}
