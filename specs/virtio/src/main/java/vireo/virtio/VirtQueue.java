// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Below;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Completed;
import vireo.dsl.Conforms;
import vireo.dsl.Delivered;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DmaArray;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Fence;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Side;
import vireo.dsl.SpecRow;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint16;
import vireo.dsl.Uint64;
import vireo.dsl.WrittenBy;

/**
 * A split virtqueue, seen from the driver. VIRTIO 1.4, 2.7.
 *
 * <p>The add methods describe chains to the device, {@link #publish} hands over all that were added since, and {@link #takeUsed}
 * takes them back, in whatever order the device finishes them. The queue knows of no transport and of no interrupts.
 *
 * <p>Everything that steers the queue lies in private memory: the free list, and for each chain its extent and what the device
 * may write. From the device it takes two numbers a completion, and checks both. A device that breaks the protocol once is
 * not believed again.
 */
@Linear
@Conforms("drv.pci.common.3")
@Conforms("drv.split.notify.1")
public final class VirtQueue {
    /** Descriptors that a queue can have at most. */
    public static final @Entry int MAX_SIZE = 256;

    /** Bytes that one descriptor of a chain can describe at most: three of them stay below 2^32. */
    public static final @Bytes long MAX_SEGMENT = 0x4000_0000;

    @SpecRow("virtio-1.4#split-ring/descriptor_bytes")
    private static final @Bytes int DESCRIPTOR_SIZE = 16;

    /** As the number of a chain's descriptors: they do not become free when the chain comes back. */
    private static final @Entry int PREPARED = 0;

    private final @Entry @Range(min = 1, max = MAX_SIZE) int size;
    private final boolean legacy;
    private final boolean indirectNegotiated;
    private final DmaRegion region;
    private final VirtQueueLayout layout;
    private final @Length("size") @Entry DmaArray<Descriptor> descriptors;
    private final @Length("size") AvailRing available;
    private final @Length("size") UsedRing used;

    /** Links free descriptors to each other, and those of a chain in its order. Never read back from the device's memory. */
    private final @Entry @Below("size") int @Entry [] next = new int[MAX_SIZE];

    private final @Entry @Below("size") int @Entry [] lastOfChain = new int[MAX_SIZE];
    private final @Entry @Range(max = 2) int @Entry [] descriptorsOfChain = new int[MAX_SIZE];
    private final @Bytes @U32 long @Entry [] writableOfChain = new long[MAX_SIZE];
    private final boolean @Entry [] inFlight = new boolean[MAX_SIZE];
    private @Entry @Below("size") int firstFree;
    private @Entry @U16 int freeCount;

    /** Chains ever added, ever published, ever taken back; each modulo 2^16. */
    private @Entry @FreeRunning @U16 int addedIndex;

    private @Entry @FreeRunning @U16 int publishedIndex;
    private @Entry @FreeRunning @U16 int usedIndex;
    private boolean broken;

    /**
     * A queue without buffers, in memory of its own. The device does not know of it yet.
     *
     * @param dma where the memory comes from
     * @param size descriptors, a power of two
     * @param legacy whether the device is a legacy one, which wants the queue in pages
     * @param indirectNegotiated whether the device has agreed to tables of descriptors, VIRTIO_F_INDIRECT_DESC
     * @throws DriverException EINVAL for a size that is no power of two; as {@link DmaRegionProvider#allocate}; ERANGE, EINVAL for
     *     memory that is shorter than was asked for, or not aligned
     */
    public VirtQueue(
            DmaRegionProvider dma,
            @Entry @Range(min = 1, max = MAX_SIZE) int size,
            boolean legacy,
            boolean indirectNegotiated)
            throws DriverException {
        if ((size & (size - 1)) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        this.size = size;
        this.legacy = legacy;
        this.indirectNegotiated = indirectNegotiated;
        this.layout = VirtQueueLayout.forSize(size, legacy);
        this.region = legacy ? dma.allocatePages(layout.bytes()) : dma.allocate(layout.bytes());
        try {
            this.descriptors = region.memory().array(Descriptor.class, 0, size);
            this.available = region.memory().ring(AvailRing.class, layout.availableOffset(), size);
            this.used = region.memory().ring(UsedRing.class, layout.usedOffset(), size);
        } catch (DriverException e) {
            dma.release(region);
            throw e;
        }
        // Until somebody waits for an interrupt there is nobody to hear one.
        available.flags().set(AvailRing.NO_INTERRUPT);
        for (int i = 1; i < size; i++) {
            next[i - 1] = i;
        }
        this.firstFree = 0;
        this.freeCount = size;
        this.addedIndex = 0;
        this.publishedIndex = 0;
        this.usedIndex = 0;
        this.broken = false;
    }

    /** Gives the queue's memory back. The device has been reset, or never knew of the queue. */
    @Conforms("drv.basic.cleanup.2")
    @Moves
    public void release(DmaRegionProvider dma) {
        dma.release(region);
    }

    /** The number of descriptors. */
    public @Entry @Range(min = 1, max = MAX_SIZE) int size() {
        return size;
    }

    /** Descriptors that are not part of a chain. */
    public @Entry @U16 int freeDescriptors() {
        return freeCount;
    }

    /** The physical address of the descriptor table. */
    public @DeviceAddress @U64 long descriptorArea() {
        return region.memory().physical();
    }

    /** The physical address of the available ring. */
    public @DeviceAddress @U64 long driverArea() {
        return Uint64.wrappingAdd(region.memory().physical(), layout.availableOffset());
    }

    /** The physical address of the used ring. */
    public @DeviceAddress @U64 long deviceArea() {
        return Uint64.wrappingAdd(region.memory().physical(), layout.usedOffset());
    }

    /**
     * Asks the device for no interrupts, which is how a queue starts. A hint: the device may interrupt all the same.
     */
    @Conforms("drv.split.irqsup.1")
    public void suppressInterrupts() {
        available.flags().set(AvailRing.NO_INTERRUPT);
    }

    /**
     * Asks the device to interrupt with the next chain that it gives back.
     *
     * @return whether it has given one back already: then there may be no interrupt to come
     */
    @Conforms("drv.split.irqsup.1")
    public boolean letInterrupt() {
        available.flags().set(0);
        // The device may have given back a chain before it could see that interrupts are wanted. VIRTIO 1.4, 2.7.14.
        Fence.full();
        return hasUsed();
    }

    /** Whether the device has given back a chain, or broken the protocol, so that {@link #takeUsed} has something to say. */
    public boolean hasUsed() {
        return broken || used.idx().observe() != usedIndex;
    }

    /**
     * Adds memory that the device reads.
     *
     * @return the chain's first descriptor, by which its completion is known
     * @throws DriverException ENOSPC where no descriptor is free; EIO where the device broke the protocol before
     */
    public @Entry @Range(max = MAX_SIZE - 1) int addReadable(
            @DeviceAddress @WrittenBy(Side.DRIVER) @U64 long physical,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long length)
            throws DriverException {
        refuseUnlessFree(1);
        int head = firstFree;
        describe(head, physical, length, 0, 0);
        reserve(head, head, 1);
        enqueue(head, 0);
        return head;
    }

    /**
     * Adds memory that the device writes.
     *
     * @return the chain's first descriptor, by which its completion is known
     * @throws DriverException ENOSPC where no descriptor is free; EIO where the device broke the protocol before
     */
    public @Entry @Range(max = MAX_SIZE - 1) int addWritable(
            @DeviceAddress @WrittenBy(Side.DEVICE) @U64 long physical,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long length)
            throws DriverException {
        refuseUnlessFree(1);
        int head = firstFree;
        describe(head, physical, length, Descriptor.WRITE, 0);
        reserve(head, head, 1);
        enqueue(head, length);
        return head;
    }

    /**
     * Adds a command without data: memory that the device reads, then memory that it writes.
     *
     * @return the chain's first descriptor, by which its completion is known
     * @throws DriverException ENOSPC where no two descriptors are free; EIO where the device broke the protocol before
     */
    @Conforms("drv.split.framing.1")
    public @Entry @Range(max = MAX_SIZE - 1) int addCommand(
            @DeviceAddress @WrittenBy(Side.DRIVER) @U64 long command,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long commandLength,
            @DeviceAddress @WrittenBy(Side.DEVICE) @U64 long answer,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long answerLength)
            throws DriverException {
        refuseUnlessFree(2);
        int head = firstFree;
        int last = next[head];
        describe(head, command, commandLength, Descriptor.NEXT, last);
        describe(last, answer, answerLength, Descriptor.WRITE, 0);
        reserve(head, last, 2);
        enqueue(head, answerLength);
        return head;
    }

    /**
     * Sets aside, for good, the descriptors of commands with data: one for memory that the device reads, one for the data of each use,
     * one for memory that the device writes. A use then costs one descriptor instead of three.
     *
     * @return the chain's first descriptor, by which it is offered and its completion is known
     * @throws DriverException ENOSPC where no three descriptors are free; EIO where the device broke the protocol before
     */
    @Conforms("drv.split.framing.1")
    @Conforms("drv.split.framing.2")
    public @Entry @Range(max = MAX_SIZE - 1) int prepareTransfer(
            @DeviceAddress @WrittenBy(Side.DRIVER) @U64 long command,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long commandLength,
            @DeviceAddress @WrittenBy(Side.DEVICE) @U64 long answer,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long answerLength)
            throws DriverException {
        refuseUnlessFree(3);
        int head = firstFree;
        int middle = next[head];
        int last = next[middle];
        describe(head, command, commandLength, Descriptor.NEXT, middle);
        // Whatever data come, they are followed by the answer.
        describe(middle, 0, 0, 0, last);
        describe(last, answer, answerLength, Descriptor.WRITE, 0);
        firstFree = next[last];
        freeCount = Uint16.wrappingSub(freeCount, 3);
        descriptorsOfChain[head] = PREPARED;
        return head;
    }

    /**
     * Sets aside, for good, the first descriptors of a queue that has no chain yet: descriptor i for buffer i of equal ones that lie
     * one after the other. A buffer is then offered, and its completion known, by its number.
     *
     * @param physical the first buffer's address
     * @param stride bytes from one buffer to the next
     * @param count how many buffers, at most as many as the queue has descriptors
     * @param flags {@link Descriptor#WRITE} where the device writes the buffers; 0 where it reads them
     * @throws DriverException EINVAL where the queue has chains, or fewer descriptors
     */
    public void prepareBuffers(
            @DeviceAddress @U64 long physical,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long stride,
            @Entry @Range(min = 1, max = MAX_SIZE) int count,
            @BitMask(Descriptor.WRITE) @U16 int flags)
            throws DriverException {
        if (freeCount != size || firstFree != 0 || count > size) {
            throw new DriverException(Errno.EINVAL);
        }
        @U64 long at = physical;
        for (int i = 0; i < count; i++) {
            describe(i, at, 0, flags, 0);
            descriptorsOfChain[i] = PREPARED;
            at = Uint64.wrappingAdd(at, stride);
        }
        firstFree = next[count - 1];
        freeCount = Uint16.wrappingSub(freeCount, count);
    }

    /**
     * Adds a prepared buffer that is not in flight.
     *
     * @param buffer which one
     * @param length bytes that the device may use of it
     * @param writable bytes of these that it may write: all or none
     */
    @Conforms("drv.split.desc.1")
    public void offerBuffer(
            @Entry @Range(max = MAX_SIZE - 1) int buffer,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long length,
            @Bytes @U32 long writable) {
        descriptors.at(buffer & (size - 1)).len().set(length);
        enqueue(buffer, writable);
    }

    /**
     * Adds a prepared chain that is not in flight, with data.
     *
     * @param head what {@link #prepareTransfer} returned
     * @param dataFlags {@link Descriptor#WRITE} where the device writes the data; 0 where it reads them
     * @param writable bytes that the device may write to all of the chain
     */
    @Conforms("drv.split.desc.1")
    public void offerTransfer(
            @Entry @Range(max = MAX_SIZE - 1) int head,
            @DeviceAddress @U64 long data,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long dataLength,
            @BitMask(Descriptor.WRITE) @U16 int dataFlags,
            @Bytes @U32 long writable) {
        describeData(next[head], data, dataLength, dataFlags | Descriptor.NEXT);
        enqueue(head, writable);
    }

    /**
     * Adds a prepared chain that is not in flight, without data.
     *
     * @param head what {@link #prepareTransfer} returned
     * @param answer memory that the device writes, instead of the prepared chain's own
     * @param writable bytes that the device may say it has written
     */
    public void offerCommand(
            @Entry @Range(max = MAX_SIZE - 1) int head,
            @DeviceAddress @WrittenBy(Side.DEVICE) @U64 long answer,
            @Bytes @Range(min = 1, max = MAX_SEGMENT) long answerLength,
            @Bytes @U32 long writable) {
        describeData(next[head], answer, answerLength, Descriptor.WRITE);
        enqueue(head, writable);
    }

    /**
     * Adds a chain that lies in a table of its own, so that it takes one descriptor here. VIRTIO 1.4, 2.7.5.3.
     *
     * @param table physical address of the table: descriptors linked from its first, none of them indirect
     * @param entries descriptors in the table; a chain is no longer than the queue
     * @param writable bytes that the device may write to all of the chain
     * @return the descriptor by which its completion is known
     * @throws DriverException EOPNOTSUPP where indirect descriptors were not negotiated; EINVAL for a table longer than the
     *     queue; ENOSPC where no descriptor is free; EIO where the device broke the protocol before
     */
    @Conforms("drv.split.indirect.1")
    @Conforms("drv.split.indirect.3")
    @Conforms("drv.split.indirect.4")
    public @Entry @Range(max = MAX_SIZE - 1) int addIndirect(
            @DeviceAddress @WrittenBy(Side.DRIVER) @U64 long table,
            @Entry @Range(min = 1, max = 32768) int entries,
            @Bytes @U32 long writable)
            throws DriverException {
        if (!indirectNegotiated) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        if (entries > size) {
            throw new DriverException(Errno.EINVAL);
        }
        refuseUnlessFree(1);
        int head = firstFree;
        describe(head, table, (long) entries * DESCRIPTOR_SIZE, Descriptor.INDIRECT, 0);
        reserve(head, head, 1);
        enqueue(head, writable);
        return head;
    }

    /**
     * Hands over to the device all chains that were added since the last call.
     *
     * @return whether the device has to be notified of them
     */
    @Conforms("drv.split.barrier.1")
    @Conforms("drv.split.barrier.2")
    @Conforms("drv.split.avail.1")
    @Conforms("drv.split.notify.2")
    @Conforms("drv.split.notify.3")
    @Conforms("drv.split.notify.4")
    public boolean publish() {
        @FreeRunning @U16 int index = addedIndex;
        if (index == publishedIndex) {
            return false;
        }
        available.idx().publish(index);
        publishedIndex = index;
        // The device may be about to sleep: it clears NO_NOTIFY, then looks at idx once more. Without the barrier both sides
        // could miss the other's news, and the request would wait for ever. VIRTIO 1.4, 2.7.13.4.1.
        Fence.full();
        return (used.flags().get() & UsedRing.NO_NOTIFY) == 0;
    }

    /**
     * Takes back one chain that the device has finished with, if there is one. Its descriptors are free again, unless it was
     * prepared.
     *
     * @throws DriverException EPROTO where the device gives back what it does not have, or claims to have written more than it
     *     was allowed to; EIO ever after: it may hold any of the memory until it is reset
     */
    @Conforms("drv.split.used.1")
    public UsedBuffer takeUsed() throws DriverException {
        if (broken) {
            throw new DriverException(Errno.EIO);
        }
        @FreeRunning @U16 int deviceIndex = used.idx().observe();
        if (deviceIndex == usedIndex) {
            return new UsedBuffer(UsedBuffer.NONE, 0, 0);
        }
        int returned = Uint16.wrappingSub(deviceIndex, usedIndex);
        int outstanding = Uint16.wrappingSub(publishedIndex, usedIndex);
        if (returned > outstanding) {
            broken = true;
            Log.error("device gives back %u chains and has %u", returned, outstanding);
            throw new DriverException(Errno.EPROTO);
        }
        UsedElement element = used.ring().at(usedIndex & (size - 1));
        @Completed @U32 long id = element.id().get();
        @Delivered @U32 long length = element.len().get();
        if (id >= size || !inFlight[(int) id]) {
            broken = true;
            Log.error("device gives back chain %u, which it does not have", id);
            throw new DriverException(Errno.EPROTO);
        }
        @Completed int head = (int) id;
        @U32 long writable = writableOfChain[head];
        if (legacy && writable == 0) {
            // Some legacy devices count what they have read. VIRTIO 1.4, 2.7.4.2.
            length = 0;
        }
        if (length > writable) {
            broken = true;
            Log.error("device claims to have written %u bytes of %u", length, writable);
            throw new DriverException(Errno.EPROTO);
        }
        usedIndex = Uint16.wrappingAdd(usedIndex, 1);
        inFlight[head] = false;
        if (descriptorsOfChain[head] != PREPARED) {
            next[lastOfChain[head]] = firstFree;
            firstFree = head;
            // Never wraps: the chain's descriptors were taken off this count.
            freeCount = Uint16.wrappingAdd(freeCount, descriptorsOfChain[head]);
        }
        return new UsedBuffer(head, length, writable - length);
    }

    private void refuseUnlessFree(@Entry @Range(min = 1, max = 3) int count) throws DriverException {
        if (broken) {
            throw new DriverException(Errno.EIO);
        }
        if (freeCount < count) {
            throw new DriverException(Errno.ENOSPC);
        }
    }

    private void describe(
            @Entry @Below("size") int index,
            @DeviceAddress @U64 long physical,
            @Bytes @U32 long length,
            @BitMask @U16 int flags,
            @Entry @Below("size") int following) {
        describeData(index, physical, length, flags);
        descriptors.at(index).next().set(following);
    }

    /** Describes memory in a descriptor that keeps its place in the chain. */
    private void describeData(
            @Entry @Below("size") int index,
            @DeviceAddress @U64 long physical,
            @Bytes @U32 long length,
            @BitMask @U16 int flags) {
        Descriptor descriptor = descriptors.at(index);
        descriptor.addr().set(physical);
        descriptor.len().set(length);
        descriptor.flags().set(flags);
    }

    /** Takes the descriptors of a chain off the free ones, until the chain comes back. */
    private void reserve(
            @Entry @Below("size") int head, @Entry @Below("size") int last, @Entry @Range(min = 1, max = 2) int count) {
        firstFree = next[last];
        lastOfChain[head] = last;
        descriptorsOfChain[head] = count;
        // Never wraps: as many were found to be free.
        freeCount = Uint16.wrappingSub(freeCount, count);
    }

    /** Notes what is in flight, and writes it to the available ring, where the device does not look yet. */
    private void enqueue(@Entry @Range(max = MAX_SIZE - 1) int head, @Bytes @U32 long writable) {
        writableOfChain[head] = writable;
        inFlight[head] = true;
        available.ring().at(addedIndex & (size - 1)).set(head);
        addedIndex = Uint16.wrappingAdd(addedIndex, 1);
    }
}
