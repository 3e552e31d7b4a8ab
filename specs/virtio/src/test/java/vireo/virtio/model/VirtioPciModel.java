// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.dsl.jvm.register.RegisterDevice;

/**
 * A virtio block device behind a PCI function, register by register. VIRTIO 1.4, 4.1. Its structures lie in BAR 4: common
 * configuration, interrupt status, device configuration and doorbells, 4 KiB each.
 */
public final class VirtioPciModel implements RegisterDevice {
    /** Bytes of BAR 4. */
    public static final long BAR_SIZE = 0x4000;

    /** Bytes from one doorbell to the next. */
    public static final int MULTIPLIER = 4;

    /** Where the capabilities are, in the order of the list. */
    public static final int CAP_COMMON = 0x40;

    public static final int CAP_NOTIFY = 0x50;
    public static final int CAP_ISR = 0x64;
    public static final int CAP_DEVICE = 0x74;

    private static final long ISR = 0x1000;
    private static final long CONFIG = 0x2000;
    private static final long NOTIFY = 0x3000;

    private static final int ACKNOWLEDGE = 1;
    private static final int DRIVER = 2;
    private static final int DRIVER_OK = 4;
    private static final int FEATURES_OK = 8;

    /** Widths of the common configuration's registers by offset; 64-bit ones as two halves. */
    private static final Map<Integer, Integer> WIDTHS = Map.ofEntries(
            Map.entry(0x00, 4), Map.entry(0x04, 4), Map.entry(0x08, 4), Map.entry(0x0C, 4), Map.entry(0x10, 2),
            Map.entry(0x12, 2), Map.entry(0x14, 1), Map.entry(0x15, 1), Map.entry(0x16, 2), Map.entry(0x18, 2),
            Map.entry(0x1A, 2), Map.entry(0x1C, 2), Map.entry(0x1E, 2), Map.entry(0x20, 4), Map.entry(0x24, 4),
            Map.entry(0x28, 4), Map.entry(0x2C, 4), Map.entry(0x30, 4), Map.entry(0x34, 4));

    private final DmaDeviceView memory;
    private final PciFunctionModel function;
    private final BlockModel block;
    private final List<String> violations = new ArrayList<>();
    private final List<Integer> statusHistory = new ArrayList<>();
    private final long[] areas = new long[3];
    private SplitQueueModel queue;
    private int maxQueueSize = 128;
    private int queueSize;
    private int queueSelect;
    private int notifyOffset;
    private long deviceFeatureSelect;
    private long driverFeatureSelect;
    private long driverFeatures;
    private int status;
    private int interrupt;
    private int generation;
    private int generationChurn;
    private int doorbells;
    private int registerAccesses;
    private int resetReads;
    private int readsUntilReset;
    private boolean refusesFeatures;
    private boolean servesAtDoorbell = true;
    private boolean awake;

    /** A device at an address that is a multiple of the BAR's size. */
    public VirtioPciModel(DmaDeviceView memory, long address) {
        this.memory = memory;
        this.block = new BlockModel(memory);
        this.function = new PciFunctionModel(0x1AF4, 0x1042, 0x01, 0x00).bar4(address, BAR_SIZE)
                .capability(CAP_COMMON, CAP_NOTIFY, 16, 1, 4, 0, 0x1000)
                .capability(CAP_NOTIFY, CAP_ISR, 20, 2, 4, NOTIFY, 0x1000)
                .put(CAP_NOTIFY + 16, 4, MULTIPLIER)
                .capability(CAP_ISR, CAP_DEVICE, 16, 3, 4, ISR, 0x1000)
                .capability(CAP_DEVICE, 0, 16, 4, 4, CONFIG, 0x1000);
    }

    /** The PCI function. */
    public PciFunctionModel function() {
        return function;
    }

    /** The block device. */
    public BlockModel block() {
        return block;
    }

    /** Its queue; null where none is enabled. */
    public SplitQueueModel queue() {
        return queue;
    }

    /** Sets the largest queue that the device supports; 0 for none. */
    public VirtioPciModel maxQueueSize(int size) {
        maxQueueSize = size;
        return this;
    }

    /** Sets queue_notify_off. */
    public VirtioPciModel notifyOffset(int offset) {
        notifyOffset = offset;
        return this;
    }

    /** Refuses whatever features the driver chooses. */
    public void refuseFeatures() {
        refusesFeatures = true;
    }

    /** Needs so many reads of the status until a reset is done. */
    public void resetAfterReads(int reads) {
        resetReads = reads;
    }

    /** Changes the configuration's generation with each of the next so many reads of it. */
    public void churn(int reads) {
        generationChurn = reads;
    }

    /** Serves requests in {@link #step}, not within the doorbell. */
    public void serveBeside() {
        servesAtDoorbell = false;
    }

    /** Says that it cannot go on. VIRTIO 1.4, 2.1.2. */
    public void needReset() {
        status |= 64;
        servesAtDoorbell = false;
    }

    /** Raises an interrupt. */
    public void interrupt(int bits) {
        interrupt |= bits;
    }

    /** Everything that the driver did wrong. */
    public List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        all.addAll(block.violations());
        all.addAll(function.violations());
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

    /** A piece of the device's work, for a device that works beside the driver. */
    public void step() {
        if (queue == null || !awake || (status & DRIVER_OK) == 0) {
            return;
        }
        if (queue.hasAvailable()) {
            block.serveOne(queue);
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

    @Override
    public long read(long offset, int width) {
        check(offset, width, "read");
        if (offset < ISR) {
            return readCommon((int) offset);
        }
        if (offset < CONFIG) {
            int was = interrupt;
            interrupt = 0;
            return was;
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (long) block.configByte((int) (offset - CONFIG) + i) << 8 * i;
        }
        return value;
    }

    @Override
    public void write(long offset, int width, long value) {
        check(offset, width, "write");
        if (offset < ISR) {
            writeCommon((int) offset, value);
        } else if (offset >= NOTIFY) {
            ring(offset - NOTIFY, width, (int) value);
        } else {
            violations.add("write to a read-only structure at 0x" + Long.toHexString(offset));
        }
    }

    private void check(long offset, int width, String what) {
        registerAccesses++;
        if (!function.decodesMemory()) {
            violations.add("register access while the function does not decode memory");
        }
        if (offset < ISR && WIDTHS.getOrDefault((int) offset, 0) != width) {
            violations.add(what + " of " + width + " bytes at common configuration offset 0x" + Long.toHexString(offset));
        }
    }

    private long readCommon(int offset) {
        return switch (offset) {
            case 0x00 -> deviceFeatureSelect;
            case 0x04 -> deviceFeatureSelect > 1 ? 0 : block.offeredFeatures() >>> 32 * deviceFeatureSelect & 0xFFFF_FFFFL;
            case 0x08 -> driverFeatureSelect;
            case 0x0C -> driverFeatureSelect > 1 ? 0 : driverFeatures >>> 32 * driverFeatureSelect & 0xFFFF_FFFFL;
            case 0x12 -> 1;
            case 0x14 -> readStatus();
            case 0x15 -> readGeneration();
            case 0x16 -> queueSelect;
            case 0x18 -> queueSelect == 0 ? queueSize : 0;
            case 0x1C -> queueSelect == 0 && queue != null ? 1 : 0;
            case 0x1E -> notifyOffset;
            case 0x20, 0x28, 0x30 -> areas[(offset - 0x20) / 8] & 0xFFFF_FFFFL;
            case 0x24, 0x2C, 0x34 -> areas[(offset - 0x24) / 8] >>> 32;
            default -> 0;
        };
    }

    private long readStatus() {
        if (readsUntilReset == 0) {
            return status;
        }
        readsUntilReset--;
        if (readsUntilReset == 0) {
            reset();
        }
        return readsUntilReset == 0 ? 0 : status | DRIVER_OK; // Still busy with the reset.
    }

    private long readGeneration() {
        if (generationChurn > 0) {
            generationChurn--;
            generation = generation + 1 & 0xFF;
        }
        return generation;
    }

    private void writeCommon(int offset, long value) {
        switch (offset) {
            case 0x00 -> deviceFeatureSelect = value;
            case 0x08 -> driverFeatureSelect = value;
            case 0x0C -> acceptFeatures(value);
            case 0x14 -> writeStatus((int) value);
            case 0x16 -> queueSelect = (int) value;
            case 0x18 -> queueSize = (int) value;
            case 0x1C -> enable(value);
            case 0x20, 0x28, 0x30 -> {
                int area = (offset - 0x20) / 8;
                areas[area] = areas[area] & ~0xFFFF_FFFFL | value;
            }
            case 0x24, 0x2C, 0x34 -> {
                int area = (offset - 0x24) / 8;
                areas[area] = areas[area] & 0xFFFF_FFFFL | value << 32;
            }
            default -> violations.add("write to common configuration offset 0x" + Integer.toHexString(offset));
        }
    }

    private void acceptFeatures(long word) {
        if ((status & FEATURES_OK) != 0) {
            violations.add("features accepted after FEATURES_OK");
        }
        int shift = 32 * (int) driverFeatureSelect;
        driverFeatures = driverFeatures & ~(0xFFFF_FFFFL << shift) | word << shift;
        if ((driverFeatures & ~block.offeredFeatures()) != 0) {
            violations.add("feature accepted that was not offered: 0x" + Long.toHexString(driverFeatures));
        }
    }

    private void writeStatus(int value) {
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
        if ((value & 128) == 0 && !List.of(1, 3, 11, 15).contains(order)) {
            violations.add("status out of order: " + status + " to " + value);
        }
        status = refusesFeatures ? value & ~FEATURES_OK : value;
    }

    private void enable(long value) {
        if (value != 1) {
            violations.add("queue_enable written " + value);
        }
        if ((status & FEATURES_OK) == 0 || (status & DRIVER_OK) != 0) {
            violations.add("queue enabled in device status " + status);
        }
        if (queueSelect != 0 || queueSize > maxQueueSize) {
            violations.add("queue " + queueSelect + " enabled with size " + queueSize + " of " + maxQueueSize);
        }
        queue = new SplitQueueModel(memory, queueSize, areas[0], areas[1], areas[2], violations);
    }

    private void ring(long offset, int width, int index) {
        doorbells++;
        if (width != 2 || offset != (long) notifyOffset * MULTIPLIER || index != 0) {
            violations.add("doorbell of " + width + " bytes at 0x" + Long.toHexString(offset) + " with " + index);
        }
        if ((status & DRIVER_OK) == 0 || !function.masters()) {
            violations.add("notified before it may work");
        } else if (servesAtDoorbell) {
            block.serve(queue);
        } else if ((status & 64) == 0) {
            queue.wantNotifications(false);
            awake = true;
        }
    }

    private void reset() {
        status = 0;
        queue = null;
        queueSize = maxQueueSize;
        driverFeatures = 0;
        interrupt = 0;
        awake = false;
    }
}
