// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * What a virtio network device does with its two queues. VIRTIO 1.4, 5.1. Tests play the other end of the wire: {@link #deliver} puts a
 * frame on it, {@link #sent} tells what came over it. Its faults are switched on by tests.
 */
public final class NetModel implements DeviceModel {
    /** Feature bits. */
    public static final long MAC = 1L << 5;

    public static final long STATUS = 1L << 16;
    public static final long ANY_LAYOUT = 1L << 27;
    public static final long VERSION_1 = 1L << 32;

    /** Numbers of the queues. */
    public static final int RECEIVE = 0;

    public static final int TRANSMIT = 1;

    private static final int LONGEST_FRAME = 1514;
    private static final int ETHERNET_HEADER = 14;

    /** Answers a chain in a way of its own. */
    public interface Fault {
        /** What the device does instead of its work. */
        void answer(SplitQueueModel queue, Chain chain);
    }

    private final DmaDeviceView memory;
    private final List<String> violations = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Chain> kept = new ArrayList<>();
    private final Deque<byte[]> wire = new ArrayDeque<>();
    private final TreeSet<Integer> configReads = new TreeSet<>();
    private final SplitQueueModel[] queues = new SplitQueueModel[3];
    private final boolean[] awake = new boolean[2];
    private byte[] address = {0x52, 0x54, 0x00, 0x12, 0x34, 0x56};
    private int status = 1;
    private int queueCount = 2;
    private long features = VERSION_1 | MAC | STATUS;
    private long negotiated;
    private byte[] header = new byte[12];
    private boolean keeping;
    private boolean loopback;
    private boolean beside;
    private Fault receiveFault;
    private Fault transmitFault;
    private Runnable afterConfigRead;

    /** A device whose link is up. */
    public NetModel(DmaDeviceView memory) {
        this.memory = memory;
    }

    /** Sets the features that the device offers. */
    public NetModel features(long bits) {
        features = bits;
        return this;
    }

    /** Sets how many queues the device has: a third one takes commands. */
    public NetModel queues(int count) {
        queueCount = count;
        return this;
    }

    /** Sets the device's address: six octets. */
    public NetModel address(int... octets) {
        byte[] fresh = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            fresh[i] = (byte) octets[i];
        }
        address = fresh;
        return this;
    }

    /** Sets the status field: bit 0 is the link. */
    public NetModel status(int bits) {
        status = bits;
        return this;
    }

    /** Calls this after each byte of the configuration that the driver reads. */
    public void afterConfigRead(Runnable action) {
        afterConfigRead = action;
    }

    /** Sets the header of what is received from now on; what a shorter header leaves out is cut off. */
    public void header(int... octets) {
        header = new byte[12];
        for (int i = 0; i < octets.length; i++) {
            header[i] = (byte) octets[i];
        }
    }

    /** Keeps frames that the driver sends from now on, until {@link #sendKept} sends them. */
    public void keep(boolean keepThem) {
        keeping = keepThem;
    }

    /** Puts every frame that is sent back on the wire. */
    public void loopBack() {
        loopback = true;
    }

    /** Works in {@link #step}, not within the doorbell; starts with what the driver has said until now. */
    public void workBeside() {
        beside = true;
        awake[RECEIVE] = queues[RECEIVE] != null;
        awake[TRANSMIT] = queues[TRANSMIT] != null;
    }

    /** Treats receive buffers in another way from now on; null ends it. */
    public void misbehaveReceiving(Fault behaviour) {
        receiveFault = behaviour;
    }

    /** Treats frames to be sent in another way from now on; null ends it. */
    public void misbehaveSending(Fault behaviour) {
        transmitFault = behaviour;
    }

    /** What the driver has sent, oldest first. */
    public List<byte[]> sent() {
        return sent;
    }

    /** Frames that the device holds on to. */
    public List<Chain> kept() {
        return kept;
    }

    /** Sends one of the kept frames. */
    public void sendKept(int index) {
        send(queues[TRANSMIT], kept.remove(index));
    }

    /** Puts a frame on the wire: it stays there until the driver has a buffer for it. */
    public void deliver(byte[] frame) {
        wire.add(frame);
        if (!beside) {
            receive();
        }
    }

    /** Frames on the wire. */
    public int onTheWire() {
        return wire.size();
    }

    /** Receive buffers that the device has. */
    public int receiveBuffers() {
        return queues[RECEIVE].availableCount();
    }

    /** One of the queues; null where it is not enabled. */
    public SplitQueueModel queue(int index) {
        return queues[index];
    }

    /** Which bytes of the configuration the driver has read. */
    public TreeSet<Integer> configReads() {
        return configReads;
    }

    /** Bytes of the header before each frame. */
    public int headerSize() {
        return (negotiated & VERSION_1) != 0 ? 12 : 10;
    }

    /** A piece of the device's work, for a device that works beside the driver. */
    public void step() {
        for (int index = RECEIVE; index <= TRANSMIT; index++) {
            SplitQueueModel queue = queues[index];
            if (queue == null || !awake[index]) {
                continue;
            }
            boolean work = index == TRANSMIT ? queue.hasAvailable() : queue.hasAvailable() && !wire.isEmpty();
            if (work) {
                serveOne(index);
            } else if (index == TRANSMIT || !queue.hasAvailable()) {
                fallAsleep(index);
            }
        }
    }

    /** Asks for notifications, then looks once more, as VIRTIO 1.4, 2.7.10 expects of a device. */
    private void fallAsleep(int index) {
        queues[index].wantNotifications(true);
        if (queues[index].hasAvailable()) {
            queues[index].wantNotifications(false);
        } else {
            awake[index] = false;
        }
    }

    /** Writes a frame to a receive buffer, and gives it back. */
    public void receive(SplitQueueModel queue, Chain chain, byte[] frame) {
        write(chain, frame);
        queue.putUsed(chain.head(), headerSize() + frame.length);
    }

    /** Writes the header and a frame to a receive buffer. */
    public void write(Chain chain, byte[] frame) {
        byte[] whole = new byte[headerSize() + frame.length];
        System.arraycopy(header, 0, whole, 0, headerSize());
        System.arraycopy(frame, 0, whole, headerSize(), frame.length);
        memory.writeBytes(chain.writable().get(0).address(), whole);
    }

    /** Sends what is in a chain, and gives it back. */
    public void send(SplitQueueModel queue, Chain chain) {
        transmit(chain);
        queue.putUsed(chain.head(), 0);
    }

    /** Sends what is in a chain. */
    public void transmit(Chain chain) {
        int headerSize = headerSize();
        if (chain.segments().size() != 1 || chain.readable().size() != 1) {
            violations.add("a frame to be sent is not one readable descriptor: " + chain);
            return;
        }
        Chain.Segment segment = chain.readable().get(0);
        long length = segment.length() - headerSize;
        if (length < ETHERNET_HEADER || length > LONGEST_FRAME) {
            violations.add("a frame to be sent has " + length + " bytes");
            return;
        }
        byte[] whole = memory.readBytes(segment.address(), (int) segment.length());
        for (int i = 0; i < headerSize; i++) {
            if (whole[i] != 0) {
                violations.add("byte " + i + " of the header of a frame to be sent is " + whole[i]);
            }
        }
        byte[] frame = Arrays.copyOfRange(whole, headerSize, whole.length);
        sent.add(frame);
        if (loopback) {
            wire.add(frame);
        }
    }

    @Override
    public int deviceType() {
        return 1;
    }

    @Override
    public int queues() {
        return queueCount;
    }

    @Override
    public long offeredFeatures() {
        return features;
    }

    @Override
    public int configByte(int offset) {
        configReads.add(offset);
        int value = offset < 6 ? address[offset] & 0xFF : offset < 8 ? status >>> 8 * (offset - 6) & 0xFF : 0;
        if (afterConfigRead != null) {
            afterConfigRead.run();
        }
        return value;
    }

    @Override
    public void enabled(int index, SplitQueueModel queue) {
        queues[index] = queue;
    }

    @Override
    public void negotiated(long accepted) {
        negotiated = accepted;
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        if (beside) {
            queue.wantNotifications(false);
            awake[index] = true;
            return;
        }
        while (index == TRANSMIT && queue.hasAvailable()) {
            serveOne(TRANSMIT);
        }
        receive();
    }

    @Override
    public void reset() {
        Arrays.fill(queues, null);
        Arrays.fill(awake, false);
    }

    @Override
    public List<String> violations() {
        return violations;
    }

    private void receive() {
        while (!wire.isEmpty() && queues[RECEIVE] != null && queues[RECEIVE].hasAvailable()) {
            serveOne(RECEIVE);
        }
    }

    private void serveOne(int index) {
        SplitQueueModel queue = queues[index];
        Chain chain = queue.take();
        if (index == RECEIVE) {
            checkReceiveBuffer(chain);
            byte[] frame = wire.remove();
            if (receiveFault != null) {
                receiveFault.answer(queue, chain);
            } else {
                receive(queue, chain, frame);
            }
        } else if (transmitFault != null) {
            transmitFault.answer(queue, chain);
        } else if (keeping) {
            kept.add(chain);
        } else {
            send(queue, chain);
        }
    }

    private void checkReceiveBuffer(Chain chain) {
        if (chain.segments().size() != 1 || chain.writable().size() != 1
                || chain.writableLength() < headerSize() + LONGEST_FRAME) {
            violations.add("a receive buffer is not one writable descriptor of enough bytes: " + chain);
        }
    }
}
