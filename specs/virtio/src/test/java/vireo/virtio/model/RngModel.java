// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * What a virtio entropy device does with its requests. VIRTIO 1.4, 5.4. Its bytes are no secret: {@link #given} tells them, and no byte is
 * the same as the one before. Its faults are switched on by tests.
 */
public final class RngModel implements DeviceModel {
    /** Answers a chain in a way of its own. */
    public interface Fault {
        /** What the device does instead of its work. */
        void answer(SplitQueueModel queue, Chain chain);
    }

    private static final int MULTIPLIER = 73;

    private final DmaDeviceView memory;
    private final List<String> violations = new ArrayList<>();
    private final List<Chain> kept = new ArrayList<>();
    private final ByteArrayOutputStream given = new ByteArrayOutputStream();
    private long features = 1L << 32;
    private long most = Long.MAX_VALUE;
    private int last;
    private boolean keeping;
    private Fault fault;

    /** A device that gives as many bytes as it is asked for. */
    public RngModel(DmaDeviceView memory) {
        this.memory = memory;
    }

    /** Sets the features that the device offers. */
    public RngModel features(long bits) {
        features = bits;
        return this;
    }

    /** Gives at most so many bytes a request from now on. */
    public RngModel giveAtMost(long bytes) {
        most = bytes;
        return this;
    }

    /** Keeps requests from now on, until {@link #answerKept} answers them. */
    public void keep(boolean keepThem) {
        keeping = keepThem;
    }

    /** Answers requests in another way from now on. */
    public void misbehave(Fault behaviour) {
        fault = behaviour;
    }

    /** All bytes that the device has given, oldest first. */
    public byte[] given() {
        return given.toByteArray();
    }

    /** Requests that the device holds on to. */
    public List<Chain> kept() {
        return kept;
    }

    /** Answers the oldest of the kept requests. */
    public void answerKept(SplitQueueModel queue) {
        answer(queue, kept.remove(0));
    }

    /** Writes random bytes to a chain, and gives it back. */
    public void answer(SplitQueueModel queue, Chain chain) {
        long written = 0;
        for (Chain.Segment segment : chain.writable()) {
            int length = (int) Math.min(segment.length(), most - written);
            memory.writeBytes(segment.address(), bytes(length));
            written += length;
        }
        queue.putUsed(chain.head(), written);
    }

    @Override
    public int deviceType() {
        return 4;
    }

    @Override
    public int queues() {
        return 1;
    }

    @Override
    public long offeredFeatures() {
        return features;
    }

    @Override
    public int configByte(int offset) {
        violations.add("an entropy device has no configuration, but byte " + offset + " was read");
        return 0;
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        while (queue.hasAvailable()) {
            Chain chain = queue.take();
            if (!chain.readable().isEmpty()) {
                violations.add("a request for random bytes with readable memory: " + chain);
            }
            if (fault != null) {
                fault.answer(queue, chain);
            } else if (keeping) {
                kept.add(chain);
            } else {
                answer(queue, chain);
            }
        }
    }

    @Override
    public void reset() {
        kept.clear();
    }

    @Override
    public List<String> violations() {
        return violations;
    }

    private byte[] bytes(int length) {
        byte[] fresh = new byte[length];
        for (int i = 0; i < length; i++) {
            last = last * MULTIPLIER + 1 & 0xFF;
            fresh[i] = (byte) last;
        }
        given.writeBytes(fresh);
        return fresh;
    }
}
