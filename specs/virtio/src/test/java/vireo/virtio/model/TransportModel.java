// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.dsl.jvm.register.RegisterDevice;

/**
 * The device's side of a transport, as far as all transports agree: status, features, queues, and who does the work behind them. What
 * the driver does wrong becomes a violation, not an exception. VIRTIO 1.4, 2 and 3.
 */
public abstract class TransportModel implements RegisterDevice {
    static final long WORD = 0xFFFF_FFFFL;

    private static final int ACKNOWLEDGE = 1;
    private static final int DRIVER = 2;
    private static final int DRIVER_OK = 4;
    private static final int FEATURES_OK = 8;
    private static final int NEEDS_RESET = 64;
    private static final int FAILED = 128;

    /** What the driver did wrong. */
    protected final List<String> violations = new ArrayList<>();

    private final DmaDeviceView memory;
    private final DeviceModel device;
    private final boolean legacy;
    private final SplitQueueModel[] queues;
    private final int[] queueSizes;
    private final List<Integer> statusHistory = new ArrayList<>();
    private int maxQueueSize = 128;
    private long driverFeatures;
    private int status;
    private int generation;
    private int generationChurn;
    private int doorbells;
    private int registerAccesses;
    private int resetReads;
    private int readsUntilReset;
    private boolean refusesFeatures;
    private boolean refusesQueues;
    private boolean losesInterrupts;
    private boolean servesAtDoorbell = true;
    private boolean awake;

    TransportModel(DmaDeviceView memory, DeviceModel device, boolean legacy) {
        this.memory = memory;
        this.device = device;
        this.legacy = legacy;
        this.queues = new SplitQueueModel[device.queues()];
        this.queueSizes = new int[device.queues()];
        Arrays.fill(queueSizes, maxQueueSize);
    }

    /** Interrupts, because a queue has used buffers. */
    abstract void interruptForQueue(int queue);

    /** Interrupts, because the device configuration has changed. */
    abstract void interruptForConfiguration();

    /** Whether the bus lets the device access memory. */
    abstract boolean mayAccessMemory();

    /** The device. */
    public DeviceModel device() {
        return device;
    }

    /** The device, where it is a disk. */
    public BlockModel block() {
        return (BlockModel) device;
    }

    /** The first queue; null where it is not enabled. */
    public SplitQueueModel queue() {
        return queues[0];
    }

    /** A queue; null where it is not enabled. */
    public SplitQueueModel queue(int index) {
        return queues[index];
    }

    /** Sets the largest queue that the device supports; 0 for none. */
    public void limitQueueSize(int size) {
        maxQueueSize = size;
        Arrays.fill(queueSizes, size);
    }

    /** Refuses whatever features the driver chooses. */
    public void refuseFeatures() {
        refusesFeatures = true;
    }

    /** Takes no queue. */
    public void refuseQueues() {
        refusesQueues = true;
    }

    /** Never interrupts. */
    public void loseInterrupts() {
        losesInterrupts = true;
    }

    /** Needs so many reads of the status until a reset is done. */
    public void resetAfterReads(int reads) {
        resetReads = reads;
    }

    /** Changes the configuration's generation with each of the next so many reads of it. */
    public void churn(int reads) {
        generationChurn = reads;
    }

    /** Says that the configuration has changed. */
    public void changeConfiguration() {
        generation = generation + 1 & 0xFF;
        if (!losesInterrupts) {
            interruptForConfiguration();
        }
    }

    /** Serves requests in {@link #step}, not within the doorbell. */
    public void serveBeside() {
        servesAtDoorbell = false;
    }

    /** Says that it cannot go on. VIRTIO 1.4, 2.1.2. */
    public void needReset() {
        status |= NEEDS_RESET;
        servesAtDoorbell = false;
    }

    /** Everything that the driver did wrong. */
    public List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        all.addAll(device.violations());
        return all;
    }

    /** The device status, as the driver wrote it. */
    public int status() {
        return status;
    }

    /** What the driver has written to the device status, oldest first. */
    public List<Integer> statusHistory() {
        return statusHistory;
    }

    /** The features that the driver accepted. */
    public long driverFeatures() {
        return driverFeatures;
    }

    /** How often a doorbell rang. */
    public int doorbells() {
        return doorbells;
    }

    /** How many registers were read or written. */
    public int registerAccesses() {
        return registerAccesses;
    }

    /** A piece of a disk's work, for one that works beside the driver. */
    public void step() {
        SplitQueueModel queue = queues[0];
        if (queue == null || !awake || (status & DRIVER_OK) == 0) {
            return;
        }
        if (queue.hasAvailable()) {
            block().serveOne(queue);
            return;
        }
        // About to sleep: ask for notifications, then look once more, as VIRTIO 1.4, 2.7.10 expects of a device.
        queue.wantNotifications(true);
        if (queue.hasAvailable()) {
            queue.wantNotifications(false);
        } else {
            awake = false;
        }
    }

    void countAccess() {
        registerAccesses++;
    }

    /** Bytes of the device configuration, as a number in the processor's order. */
    long readConfiguration(long offset, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (long) device.configByte((int) offset + i) << 8 * i;
        }
        return value;
    }

    /** 32 of the features that the device offers. */
    long featureWord(long select) {
        return select > (legacy ? 0 : 1) ? 0 : device.offeredFeatures() >>> 32 * select & WORD;
    }

    long acceptedWord(long select) {
        return select > 1 ? 0 : driverFeatures >>> 32 * select & WORD;
    }

    void acceptFeatures(long select, long word) {
        if ((status & (legacy ? DRIVER_OK : FEATURES_OK)) != 0) {
            violations.add("features accepted in device status " + status);
        }
        if (legacy && select != 0) {
            violations.add("features above 31 accepted by the legacy interface");
        }
        int shift = 32 * (int) select;
        driverFeatures = driverFeatures & ~(WORD << shift) | word << shift;
        if ((driverFeatures & ~device.offeredFeatures()) != 0) {
            violations.add("feature accepted that was not offered: 0x" + Long.toHexString(driverFeatures));
        }
    }

    long readStatus() {
        if (readsUntilReset == 0) {
            return status;
        }
        readsUntilReset--;
        if (readsUntilReset == 0) {
            reset();
        }
        return readsUntilReset == 0 ? 0 : status | DRIVER_OK; // Still busy with the reset.
    }

    void writeStatus(int value) {
        statusHistory.add(value);
        if (value == 0) {
            if (resetReads == 0) {
                reset();
            } else {
                readsUntilReset = resetReads;
            }
            return;
        }
        if ((status & ~value) != 0) {
            violations.add("status bits cleared: " + status + " to " + value);
        }
        int order = value & (ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK);
        List<Integer> orders = legacy ? List.of(1, 3, 7) : List.of(1, 3, 11, 15);
        if ((value & FAILED) == 0 && !orders.contains(order)) {
            violations.add("status out of order: " + status + " to " + value);
        }
        boolean agrees = (value & FEATURES_OK) != 0 && (status & FEATURES_OK) == 0 && !refusesFeatures;
        status = refusesFeatures ? value & ~FEATURES_OK : value;
        if (agrees || legacy && (value & DRIVER_OK) != 0) {
            device.negotiated(driverFeatures);
        }
    }

    long readGeneration() {
        if (generationChurn > 0) {
            generationChurn--;
            generation = generation + 1 & 0xFF;
        }
        return generation;
    }

    boolean hasQueue(int index) {
        return index < queues.length;
    }

    int largestQueue(int index) {
        return hasQueue(index) ? maxQueueSize : 0;
    }

    int queueSize(int index) {
        return hasQueue(index) ? queueSizes[index] : 0;
    }

    void setQueueSize(int index, int size) {
        if (hasQueue(index)) {
            queueSizes[index] = size;
        } else {
            violations.add("size of queue " + index + ", which does not exist");
        }
    }

    boolean isEnabled(int index) {
        return hasQueue(index) && queues[index] != null;
    }

    /** Takes a queue into use. */
    void enable(int index, long descriptorArea, long driverArea, long deviceArea) {
        if ((status & (legacy ? DRIVER : FEATURES_OK)) == 0 || (status & DRIVER_OK) != 0) {
            violations.add("queue enabled in device status " + status);
        }
        if (!hasQueue(index) || queueSizes[index] > maxQueueSize) {
            violations.add("queue " + index + " enabled with size " + queueSize(index) + " of " + maxQueueSize);
            return;
        }
        if (refusesQueues) {
            return;
        }
        SplitQueueModel queue = new SplitQueueModel(
                memory, queueSizes[index], descriptorArea, driverArea, deviceArea, violations);
        queue.onUsed(() -> {
            if (!losesInterrupts) {
                interruptForQueue(index);
            }
        });
        queues[index] = queue;
        device.enabled(index, queue);
    }

    /** Takes a legacy queue into use, whose rings have fixed places behind its first page. VIRTIO 1.4, 2.7.2. */
    void enablePages(int index, long page) {
        int size = queueSize(index);
        long descriptors = page * 4096;
        long available = descriptors + 16L * size;
        long used = available + 6 + 2L * size + 4095 & ~4095L;
        enable(index, descriptors, available, used);
    }

    /** A doorbell has rung. */
    void ring(int index) {
        doorbells++;
        if ((status & DRIVER_OK) == 0 || !mayAccessMemory() || !isEnabled(index)) {
            violations.add("queue " + index + " notified before it may work");
        } else if (servesAtDoorbell) {
            device.notified(index, queues[index]);
        } else if ((status & NEEDS_RESET) == 0) {
            queues[index].wantNotifications(false);
            awake = true;
        }
    }

    void reset() {
        status = 0;
        Arrays.fill(queues, null);
        Arrays.fill(queueSizes, maxQueueSize);
        driverFeatures = 0;
        awake = false;
        device.reset();
    }
}
