// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** What a virtio block device does with its requests. VIRTIO 1.4, 5.2. Its faults are switched on by tests. */
public final class BlockModel implements DeviceModel {
    /** Feature bits. */
    public static final long RO = 1L << 5;

    public static final long BLK_SIZE = 1L << 6;
    public static final long FLUSH = 1L << 9;

    /** Answers a chain in a way of its own. */
    public interface Fault {
        /** What the device does instead of its work. */
        void answer(SplitQueueModel queue, Chain chain);
    }

    private final DmaDeviceView memory;
    private final DiskModel disk = new DiskModel();
    private final List<String> violations = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private final List<Chain> kept = new ArrayList<>();
    private long capacity = 64;
    private long blockSize = 512;
    private long features = 1L << 32 | BLK_SIZE | FLUSH;
    private int status;
    private boolean keeping;
    private Fault fault;

    /** A disk of 64 sectors. */
    public BlockModel(DmaDeviceView memory) {
        this.memory = memory;
    }

    /** Sets the disk's size in sectors. */
    public BlockModel capacity(long sectors) {
        capacity = sectors;
        return this;
    }

    /** Sets the size of a block in bytes. */
    public BlockModel blockSize(long bytes) {
        blockSize = bytes;
        return this;
    }

    /** Sets the features that the device offers. */
    public BlockModel features(long bits) {
        features = bits;
        return this;
    }

    /** Sets the status of every answer from now on. */
    public void failWith(int requestStatus) {
        status = requestStatus;
    }

    /** Keeps requests from now on, until {@link #answerKept} answers them. */
    public void keep(boolean keepThem) {
        keeping = keepThem;
    }

    /** Answers requests in another way from now on. */
    public void misbehave(Fault behaviour) {
        fault = behaviour;
    }

    /** The sectors. */
    public DiskModel disk() {
        return disk;
    }

    @Override
    public int deviceType() {
        return 2;
    }

    @Override
    public int queues() {
        return 1;
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        serve(queue);
    }

    @Override
    public long offeredFeatures() {
        return features;
    }

    @Override
    public List<String> violations() {
        return violations;
    }

    /** What was asked for, oldest first: {@code "read 3+2"}, {@code "write 0+1"}, {@code "flush"}. */
    public List<String> served() {
        return served;
    }

    /** Requests that the device holds on to. */
    public List<Chain> kept() {
        return kept;
    }

    @Override
    public int configByte(int offset) {
        if (offset < 8) {
            return (int) (capacity >>> 8 * offset) & 0xFF;
        }
        return offset >= 20 && offset < 24 ? (int) (blockSize >>> 8 * (offset - 20)) & 0xFF : 0;
    }

    /** Serves every chain that is available. */
    public void serve(SplitQueueModel queue) {
        while (queue.hasAvailable()) {
            serveOne(queue);
        }
    }

    /** Serves one available chain. */
    public void serveOne(SplitQueueModel queue) {
        Chain chain = queue.take();
        if (fault != null) {
            fault.answer(queue, chain);
        } else if (keeping) {
            kept.add(chain);
        } else {
            answer(queue, chain);
        }
    }

    /** Answers one of the kept requests. */
    public void answerKept(SplitQueueModel queue, int index) {
        answer(queue, kept.remove(index));
    }

    /** Does what a chain asks for, and gives it back. */
    public void answer(SplitQueueModel queue, Chain chain) {
        queue.putUsed(chain.head(), work(chain));
    }

    /** Does what a chain asks for; the result is the bytes written. */
    public long work(Chain chain) {
        List<Chain.Segment> readable = chain.readable();
        List<Chain.Segment> writable = chain.writable();
        if (readable.isEmpty() || readable.get(0).length() != 16 || writable.isEmpty()
                || writable.get(writable.size() - 1).length() != 1) {
            violations.add("no header of 16 bytes, or no status of one byte, in " + chain);
            return 0;
        }
        long header = readable.get(0).address();
        long type = memory.read32(header);
        long sector = memory.read64(header + 8);
        List<Chain.Segment> data = type == 0
                ? writable.subList(0, writable.size() - 1)
                : readable.subList(1, readable.size());
        long length = data.stream().mapToLong(Chain.Segment::length).sum();
        int answer = status;
        if (memory.read32(header + 4) != 0) {
            violations.add("reserved field of the header is not zero");
        }
        if (type == 4) {
            served.add("flush");
            if (sector != 0 || length != 0) {
                violations.add("a flush with a sector or data");
            }
        } else if (type == 0 || type == 1) {
            served.add((type == 0 ? "read " : "write ") + Long.toUnsignedString(sector) + "+" + length / 512);
            if (length % blockSize != 0 || sector % (blockSize / 512) != 0
                    || Long.compareUnsigned(length / 512, capacity) > 0
                    || Long.compareUnsigned(sector, capacity - length / 512) > 0) {
                violations.add("request outside the disk or its blocks: " + served.get(served.size() - 1));
                answer = 1;
            } else if (answer == 0) {
                transfer(type == 0, sector, data);
            }
        } else {
            violations.add("request type " + type);
            answer = 2;
        }
        memory.write8(writable.get(writable.size() - 1).address(), answer);
        return type == 0 && answer == 0 ? length + 1 : 1;
    }

    private void transfer(boolean read, long sector, List<Chain.Segment> data) {
        long at = sector;
        for (Chain.Segment segment : data) {
            int length = (int) segment.length();
            if (read) {
                memory.writeBytes(segment.address(), disk.read(at, length));
            } else {
                disk.write(at, memory.readBytes(segment.address(), length));
            }
            at += length / 512;
        }
    }
}
