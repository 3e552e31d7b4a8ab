// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * What a virtio console with one port does: what is typed goes to the driver's receive buffers as soon as there are some, what the driver
 * writes is kept. VIRTIO 1.4, 5.3. Its faults are switched on by tests.
 */
public final class ConsoleModel implements DeviceModel {
    /** Feature bit: the configuration holds the size of the screen. */
    public static final long SIZE = 1;

    /** Feature bit: more than one port. */
    public static final long MULTIPORT = 2;

    /** Receive queue of the one port. */
    public static final int RECEIVE = 0;

    /** Transmit queue of the one port. */
    public static final int TRANSMIT = 1;

    /** Gives a buffer back in a way of its own. */
    public interface Fault {
        /** What the device does instead of its work. */
        void answer(SplitQueueModel queue, Chain chain);
    }

    private final DmaDeviceView memory;
    private final List<String> violations = new ArrayList<>();
    private final ArrayDeque<Byte> typed = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<Chain> kept = new ArrayList<>();
    private final SplitQueueModel[] live = new SplitQueueModel[2];
    private long features = 1L << 32;
    private long negotiated;
    private int columns;
    private int rows;
    private long mostPerBuffer = Long.MAX_VALUE;
    private boolean keeping;
    private Fault receiveFault;
    private Fault transmitFault;
    private IntConsumer afterConfigRead = offset -> {};

    /** A console that tells no size. */
    public ConsoleModel(DmaDeviceView memory) {
        this.memory = memory;
    }

    /** Sets the features that the device offers. */
    public ConsoleModel features(long bits) {
        features = bits;
        return this;
    }

    /** Sets the size of the screen, whether the device offers to tell it or not. */
    public ConsoleModel size(int columnCount, int rowCount) {
        columns = columnCount;
        rows = rowCount;
        return this;
    }

    /** Puts at most so many bytes into a buffer from now on. */
    public ConsoleModel receiveAtMost(long bytes) {
        mostPerBuffer = bytes;
        return this;
    }

    /** Keeps what the driver writes from now on, and does not say that it has it. */
    public void keep(boolean keepThem) {
        keeping = keepThem;
    }

    /** Gives receive buffers back in another way from now on; null for the right one. */
    public void misbehaveReceiving(Fault behaviour) {
        receiveFault = behaviour;
    }

    /** Gives transmit buffers back in another way from now on; null for the right one. */
    public void misbehaveTransmitting(Fault behaviour) {
        transmitFault = behaviour;
    }

    /** Somebody types: the bytes go to the driver's buffers, and wait for more of those where need be. */
    public void type(byte[] bytes) {
        for (byte one : bytes) {
            typed.add(one);
        }
        deliver();
    }

    /** Bytes that were typed and found no buffer yet. */
    public int waiting() {
        return typed.size();
    }

    /** All that the driver has written, oldest first. */
    public byte[] written() {
        return written.toByteArray();
    }

    /** The lengths of the buffers that the driver has written, oldest first. */
    public List<Integer> lengths() {
        return lengths;
    }

    /** A queue that the driver has enabled; null where it has not. */
    public SplitQueueModel queue(int index) {
        return live[index];
    }

    /** Gives back the oldest of the buffers that were kept. */
    public void answerKept() {
        answer(live[TRANSMIT], kept.remove(0));
    }

    @Override
    public int deviceType() {
        return 3;
    }

    @Override
    public int queues() {
        return 2;
    }

    @Override
    public long offeredFeatures() {
        return features;
    }

    /** What happens after a byte of the configuration was read, told which. */
    public void afterConfigRead(IntConsumer event) {
        afterConfigRead = event;
    }

    @Override
    public int configByte(int offset) {
        if (offset < 4 && (features & SIZE) == 0) {
            violations.add("the size is read, which the device does not offer to tell");
        }
        int value = switch (offset) {
            case 0 -> columns & 0xFF;
            case 1 -> columns >> 8;
            case 2 -> rows & 0xFF;
            case 3 -> rows >> 8;
            default -> 0;
        };
        afterConfigRead.accept(offset);
        return value;
    }

    @Override
    public void enabled(int index, SplitQueueModel queue) {
        live[index] = queue;
    }

    @Override
    public void negotiated(long agreed) {
        negotiated = agreed;
        if ((agreed & MULTIPORT) != 0) {
            violations.add("the driver agrees to more than one port");
        }
    }

    /** The features that both sides use. */
    public long negotiated() {
        return negotiated;
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        if (index == RECEIVE) {
            deliver();
            return;
        }
        while (queue.hasAvailable()) {
            Chain chain = queue.take();
            if (!chain.writable().isEmpty() || chain.readable().isEmpty()) {
                violations.add("a transmit buffer that is not for reading: " + chain);
            }
            if (transmitFault != null) {
                transmitFault.answer(queue, chain);
            } else if (keeping) {
                kept.add(chain);
            } else {
                answer(queue, chain);
            }
        }
    }

    @Override
    public void reset() {
        live[RECEIVE] = null;
        live[TRANSMIT] = null;
        kept.clear();
    }

    @Override
    public List<String> violations() {
        return violations;
    }

    /** Takes what a transmit buffer holds, and gives the buffer back. */
    public void answer(SplitQueueModel queue, Chain chain) {
        for (Chain.Segment segment : chain.readable()) {
            written.writeBytes(memory.readBytes(segment.address(), (int) segment.length()));
            lengths.add((int) segment.length());
        }
        queue.putUsed(chain.head(), 0);
    }

    private void deliver() {
        SplitQueueModel queue = live[RECEIVE];
        while (queue != null && !typed.isEmpty() && queue.hasAvailable()) {
            Chain chain = queue.take();
            if (!chain.readable().isEmpty() || chain.writable().isEmpty()) {
                violations.add("a receive buffer that is not for writing: " + chain);
                return;
            }
            if (receiveFault != null) {
                receiveFault.answer(queue, chain);
                typed.poll();
            } else {
                fill(queue, chain);
            }
        }
    }

    private void fill(SplitQueueModel queue, Chain chain) {
        long length = Math.min(Math.min(chain.writableLength(), mostPerBuffer), typed.size());
        long left = length;
        for (Chain.Segment segment : chain.writable()) {
            byte[] bytes = new byte[(int) Math.min(left, segment.length())];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = typed.remove();
            }
            memory.writeBytes(segment.address(), bytes);
            left -= bytes.length;
        }
        queue.putUsed(chain.head(), length);
    }
}
