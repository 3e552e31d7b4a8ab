// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.Text;
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
    public static final @Slot int MAX_REQUESTS = BlkMemory.MAX_REQUESTS;

    /** Bytes that one request can transfer at most. */
    public static final @Bytes long MAX_TRANSFER = VirtQueue.MAX_SEGMENT;

    /** How long a request may take, in milliseconds. */
    public static final @Milliseconds long REQUEST_MILLISECONDS = 5000;

    @SpecRow("virtio-1.4#blk-queue/requestq")
    private static final @Queue int QUEUE = 0;

    /** Header, data, status. */
    private static final @Entry int DESCRIPTORS_OF_REQUEST = 3;

    /** The smallest power of two that has room for a request. */
    private static final @Entry int MIN_QUEUE_SIZE = 4;

    @SpecRow("virtio-1.4#blk-config/sector_shift")
    private static final int SECTOR_SHIFT = 9;

    private static final @BitMask @U64 long FEATURES =
            1L << BlkFeature.RO | 1L << BlkFeature.BLK_SIZE | 1L << BlkFeature.FLUSH;

    /** Ends the list of free slots. */
    private static final @Slot int NO_SLOT = MAX_REQUESTS;

    private final VirtioDevice device;
    private final boolean readOnly;
    private final boolean hasBlockSize;
    private final boolean flushable;

    /** Whether the device says how much it has written: a legacy one may say anything. */
    private final boolean countsBytes;

    private final VirtQueue queue;
    private final ActiveQueue requests;
    private final BlkMemory memory;
    private BlkGeometry geometry;

    /** What each slot's request is about. Its chain in the queue is the slot's for good. */
    private final BlkRequestState @Slot [] states = new BlkRequestState[MAX_REQUESTS];

    private final @Slot @Range(max = NO_SLOT) int @Slot [] nextFreeSlot = new int[MAX_REQUESTS];
    private final @Entry @Range(max = VirtQueue.MAX_SIZE - 1) int @Slot [] headOfSlot = new int[MAX_REQUESTS];
    private final @Slot @Range(max = MAX_REQUESTS - 1) int @Entry [] slotOfHead = new int[VirtQueue.MAX_SIZE];
    private @Slot @Range(max = NO_SLOT) int firstFreeSlot;

    /**
     * Initialises the device and its queue. VIRTIO 1.4, 3.1.1 and 5.2.5.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param waiting how the driver waits for this device
     * @param name for the log, and for people
     * @throws DriverException as {@link VirtioDevice#negotiate}, {@link VirtioDevice#queueSize}, {@link BlkGeometry#read},
     *     {@link VirtQueue}, {@link VirtQueue#prepareTransfer}, {@link BlkMemory} and {@link Transport#enableQueue}
     */
    public VirtioBlkDevice(Transport transport, DmaRegionProvider dma, WaitPolicy waiting, Text name)
            throws DriverException {
        this.device = new VirtioDevice(transport, dma, waiting, name);
        NegotiatedDevice negotiated = device.negotiate(FEATURES, 0, 1);
        try {
            this.readOnly = negotiated.has(BlkFeature.RO);
            this.flushable = negotiated.has(BlkFeature.FLUSH);
            this.countsBytes = !transport.isLegacy();
            this.hasBlockSize = negotiated.has(BlkFeature.BLK_SIZE);
            this.geometry = BlkGeometry.read(transport, hasBlockSize);
            this.queue = new VirtQueue(
                    dma,
                    device.queueSize(QUEUE, MIN_QUEUE_SIZE, VirtQueue.MAX_SIZE),
                    transport.isLegacy(),
                    false);
            try {
                this.memory = new BlkMemory(dma);
                try {
                    this.firstFreeSlot = NO_SLOT;
                    for (int slot = 0; slot < MAX_REQUESTS; slot++) {
                        states[slot] = BlkRequestState.FREE;
                        if (queue.freeDescriptors() >= DESCRIPTORS_OF_REQUEST) {
                            prepare(slot);
                        }
                    }
                    // The last step that can fail: a device that knows of the queue is a device that gets started.
                    device.enable(QUEUE, queue);
                } catch (DriverException e) {
                    memory.release(dma);
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
        this.requests = new ActiveQueue(device, queue, negotiated.start(), QUEUE);
    }

    /** Stops the device and gives back all its memory. Every request has been completed or reclaimed before. */
    @Moves
    public void release() {
        device.stop();
        memory.release(device.dma());
        queue.release(device.dma());
    }

    @Override
    public Text name() {
        return device.name();
    }

    @Override
    public @Sectors @U64 long capacity() {
        return geometry.capacity();
    }

    @Override
    public @Bytes @Range(min = 512, max = 4096) int blockSize() {
        return geometry.blockSize();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public boolean refresh() throws DriverException {
        if (!device.isConfigurationStale()) {
            return false;
        }
        BlkGeometry now = BlkGeometry.read(device.transport(), hasBlockSize);
        device.caughtUp();
        boolean changed = now.capacity() != geometry.capacity() || now.blockSize() != geometry.blockSize();
        geometry = now;
        return changed;
    }

    @Override
    public void read(@Sectors @U64 long sector, DmaRegion buffer, @Bytes @U32 long length) throws DriverException {
        transfer(BlkRequestArea.TYPE_IN, sector, buffer.memory().physical(), length, buffer.memory().size());
    }

    @Override
    public void write(@Sectors @U64 long sector, DmaRegion buffer, @Bytes @U32 long length) throws DriverException {
        refuseReadOnly();
        transfer(BlkRequestArea.TYPE_OUT, sector, buffer.memory().physical(), length, buffer.memory().size());
    }

    @Override
    public void readBytes(@Sectors @U64 long sector, byte @Bytes [] data) throws DriverException {
        long total = checkedLength(sector, data.length, data.length);
        for (int done = 0; done < total; done += BlkMemory.COPY_SIZE) {
            int chunk = total - done < BlkMemory.COPY_SIZE ? (int) total - done : BlkMemory.COPY_SIZE;
            transfer(BlkRequestArea.TYPE_IN, sectorAfter(sector, done), memory.copyPhysical(), chunk, BlkMemory.COPY_SIZE);
            memory.copyBuffer().copyTo(0, data, done, chunk);
        }
    }

    @Override
    public void writeBytes(@Sectors @U64 long sector, byte @Bytes [] data) throws DriverException {
        refuseReadOnly();
        long total = checkedLength(sector, data.length, data.length);
        for (int done = 0; done < total; done += BlkMemory.COPY_SIZE) {
            int chunk = total - done < BlkMemory.COPY_SIZE ? (int) total - done : BlkMemory.COPY_SIZE;
            memory.copyBuffer().copyFrom(0, data, done, chunk);
            transfer(BlkRequestArea.TYPE_OUT, sectorAfter(sector, done), memory.copyPhysical(), chunk, BlkMemory.COPY_SIZE);
        }
    }

    @Override
    @Conforms("drv.blk.op.4")
    @Conforms("drv.blk.op.5")
    public void flush() throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        if (!flushable) {
            return;
        }
        int slot = describe(BlkRequestArea.TYPE_FLUSH, 0);
        queue.offerCommand(
                headOfSlot[slot],
                memory.statusPhysical(slot),
                BlkRequestArea.STATUS_SIZE,
                counted(BlkRequestArea.STATUS_SIZE));
        finish(slot);
    }

    @Override
    public BlockRequest submitRead(
            @Sectors @U64 long sector, @Moves DmaRegion buffer, @Bytes @U32 long length) throws DriverException {
        int slot = start(
                BlkRequestArea.TYPE_IN, sector, buffer.memory().physical(), length, buffer.memory().size());
        return new BlockRequest(slot, buffer);
    }

    @Override
    public BlockRequest submitWrite(
            @Sectors @U64 long sector, @Moves DmaRegion buffer, @Bytes @U32 long length) throws DriverException {
        refuseReadOnly();
        int slot = start(
                BlkRequestArea.TYPE_OUT, sector, buffer.memory().physical(), length, buffer.memory().size());
        return new BlockRequest(slot, buffer);
    }

    @Override
    public void kick() {
        requests.kick();
    }

    @Override
    public boolean isComplete(BlockRequest request) throws DriverException {
        int slot = request.slot();
        refuseFree(slot);
        for (int answers = 0; answers < MAX_REQUESTS && isInFlight(slot); answers++) {
            if (!takeAnswer()) {
                return false;
            }
        }
        return !isInFlight(slot);
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
        if (isInFlight(slot)) {
            throw new DriverException(Errno.EBUSY);
        }
        free(slot);
        return request.buffer();
    }

    @Override
    public DmaRegion allocateBuffer(@Bytes @Range(min = 1, max = DmaRegionProvider.MAX_REGION_SIZE) long size)
            throws DriverException {
        return device.dma().allocate(size);
    }

    @Override
    public void releaseBuffer(@Moves DmaRegion buffer) {
        device.dma().release(buffer);
    }

    private static @Sectors @U64 long sectorAfter(@Sectors @U64 long sector, @Bytes @Range(min = 0) int bytes) {
        return Uint64.wrappingAdd(sector, (@Sectors int) (bytes >> SECTOR_SHIFT));
    }

    /** Gives a slot its chain in the queue: header and status in place, the data to come. */
    private void prepare(@Slot @Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        int head = queue.prepareTransfer(
                memory.areaPhysical(slot),
                BlkRequestArea.HEADER_SIZE,
                memory.statusPhysical(slot),
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
    private @Bytes @Range(min = 1, max = MAX_TRANSFER) long checkedLength(
            @Sectors @U64 long sector, @Bytes @U32 long length, @Bytes @U32 long available) throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        int blockMask = geometry.blockSize() - 1;
        if (length < 1
                || length > MAX_TRANSFER
                || length > available
                || (length & blockMask) != 0
                || (sector & (@Sectors int) (blockMask >> SECTOR_SHIFT)) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        // Written so that nothing wraps, whatever the sector: sectors <= capacity, then sector <= capacity - sectors.
        @U64 long capacity = geometry.capacity();
        @U64 long sectors = (@Sectors long) (length >> SECTOR_SHIFT);
        if (Uint64.lessThan(capacity, sectors)
                || Uint64.lessThan(Uint64.wrappingSub(capacity, sectors), sector)) {
            throw new DriverException(Errno.ERANGE);
        }
        return length;
    }

    /** Makes a request with data and waits for it. */
    private void transfer(
            @RequestType @U32 long type,
            @Sectors @U64 long sector,
            @DeviceAddress @U64 long data,
            @Bytes @U32 long length,
            @Bytes @U32 long available)
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
    private @Slot @Range(max = MAX_REQUESTS - 1) int start(
            @RequestType @U32 long type,
            @Sectors @U64 long sector,
            @DeviceAddress @U64 long data,
            @Bytes @U32 long length,
            @Bytes @U32 long available)
            throws DriverException {
        long bytes = checkedLength(sector, length, available);
        int slot = describe(type, sector);
        if (type == BlkRequestArea.TYPE_IN) {
            queue.offerTransfer(
                    headOfSlot[slot], data, bytes, Descriptor.WRITE, counted(bytes + BlkRequestArea.STATUS_SIZE));
        } else {
            queue.offerTransfer(headOfSlot[slot], data, bytes, 0, counted(BlkRequestArea.STATUS_SIZE));
        }
        return slot;
    }

    /** As many bytes as the device has to account for: none where it is a legacy one, some of which count wrongly. */
    @Conforms("drv.blk.legacy.2")
    private @Bytes @U32 long counted(@Bytes @U32 long writable) {
        return countsBytes ? writable : 0;
    }

    /** Takes a slot, and writes its header. */
    private @Slot @Range(max = MAX_REQUESTS - 1) int describe(
            @RequestType @U32 long type, @Sectors @U64 long sector) throws DriverException {
        int slot = firstFreeSlot;
        if (slot == NO_SLOT) {
            throw new DriverException(Errno.ENOSPC);
        }
        firstFreeSlot = nextFreeSlot[slot];
        states[slot] = BlkRequestState.IN_FLIGHT;
        BlkRequestArea area = memory.area(slot);
        area.type().set(type);
        area.sector().set(sector);
        area.status().set(BlkRequestArea.STATUS_PENDING);
        return slot;
    }

    /** Starts a request, waits for it, and gives its slot back. */
    private void finish(@Slot @Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        requests.kick();
        await(slot);
        BlkRequestState state = states[slot];
        free(slot);
        refuseFailed(state);
    }

    /** Waits until the device has answered a request, or was stopped. */
    private void await(@Slot @Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
        for (int answers = 0; isInFlight(slot); answers++) {
            if (answers > MAX_REQUESTS) {
                // No device that keeps to the protocol answers more requests than there are.
                device.stop();
                throw new DriverException(Errno.EPROTO);
            }
            // Of requests made together most answers are there already: only a silent device is worth a look at the clock.
            if (!takeAnswer()) {
                note(requests.await(REQUEST_MILLISECONDS));
            }
        }
    }

    /** Whether the device has a request. Nothing that a stopped device had comes back. */
    private boolean isInFlight(@Slot @Range(max = MAX_REQUESTS - 1) int slot) {
        return states[slot] == BlkRequestState.IN_FLIGHT && !device.isStopped();
    }

    /** Takes one answer from the device, to whatever request. Returns whether there was one. */
    private boolean takeAnswer() throws DriverException {
        return note(requests.take());
    }

    /** Notes what became of a request. Returns whether there was one. */
    @Discardable
    private boolean note(UsedBuffer used) {
        int head = used.head();
        if (head == UsedBuffer.NONE) {
            return false;
        }
        int slot = slotOfHead[head];
        states[slot] = outcome(slot, used);
        return true;
    }

    /** What the device says of a request that it gave back. */
    @Conforms("drv.split.used.2")
    private BlkRequestState outcome(@Slot @Range(max = MAX_REQUESTS - 1) int slot, UsedBuffer used) {
        @U8 int status = memory.area(slot).status().get();
        if (status == BlkRequestArea.STATUS_OK && used.unwritten() == 0) {
            return BlkRequestState.OK;
        }
        return failure(status, used);
    }

    /** What the device says of a request that it has not done, or not all of it, as far as that can be. */
    private BlkRequestState failure(@RequestStatus @U8 int status, UsedBuffer used) {
        if (used.length() == 0 && used.unwritten() != 0) {
            // The status is no answer: the device has not written it.
            return BlkRequestState.MALFORMED;
        }
        if (status == BlkRequestArea.STATUS_IOERR) {
            return BlkRequestState.IO_ERROR;
        }
        if (status == BlkRequestArea.STATUS_UNSUPP) {
            return BlkRequestState.UNSUPPORTED;
        }
        Log.error("%s: status %u, %u bytes written, %u missing", device.name(), status, used.length(), used.unwritten());
        return BlkRequestState.MALFORMED;
    }

    private void free(@Slot @Range(max = MAX_REQUESTS - 1) int slot) {
        states[slot] = BlkRequestState.FREE;
        nextFreeSlot[slot] = firstFreeSlot;
        firstFreeSlot = slot;
    }

    private void refuseFree(@Slot @Range(max = MAX_REQUESTS - 1) int slot) throws DriverException {
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
