// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * A virtio device behind a PCI function, register by register. VIRTIO 1.4, 4.1. Its structures lie in BAR 4: common configuration,
 * interrupt status, device configuration and doorbells, 4 KiB each.
 */
public final class VirtioPciModel extends TransportModel {
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

    /** Base class and subclass by type of device, as QEMU has them. */
    private static final Map<Integer, int[]> CLASSES =
            Map.of(1, new int[] {0x02, 0x00}, 2, new int[] {0x01, 0x00}, 3, new int[] {0x07, 0x80});

    /** Widths of the common configuration's registers by offset; 64-bit ones as two halves. */
    private static final Map<Integer, Integer> WIDTHS = Map.ofEntries(
            Map.entry(0x00, 4), Map.entry(0x04, 4), Map.entry(0x08, 4), Map.entry(0x0C, 4), Map.entry(0x10, 2),
            Map.entry(0x12, 2), Map.entry(0x14, 1), Map.entry(0x15, 1), Map.entry(0x16, 2), Map.entry(0x18, 2),
            Map.entry(0x1A, 2), Map.entry(0x1C, 2), Map.entry(0x1E, 2), Map.entry(0x20, 4), Map.entry(0x24, 4),
            Map.entry(0x28, 4), Map.entry(0x2C, 4), Map.entry(0x30, 4), Map.entry(0x34, 4));

    private final PciFunctionModel function;
    private final PciInterruptModel interrupts;
    private final long[][] areas;
    private int queueSelect;
    private int notifyOffset;
    private long deviceFeatureSelect;
    private long driverFeatureSelect;

    /** A disk at an address that is a multiple of the BAR's size. */
    public VirtioPciModel(DmaDeviceView memory, long address) {
        this(memory, address, new BlockModel(memory));
    }

    /** A device at an address that is a multiple of the BAR's size. */
    public VirtioPciModel(DmaDeviceView memory, long address, DeviceModel device) {
        super(memory, device, false);
        int[] classes = CLASSES.getOrDefault(device.deviceType(), new int[] {0xFF, 0x00});
        this.function = new PciFunctionModel(0x1AF4, 0x1040 + device.deviceType(), classes[0], classes[1])
                .bar4(address, BAR_SIZE)
                .capability(CAP_COMMON, CAP_NOTIFY, 16, 1, 4, 0, 0x1000)
                .capability(CAP_NOTIFY, CAP_ISR, 20, 2, 4, NOTIFY, 0x1000)
                .put(CAP_NOTIFY + 16, 4, MULTIPLIER)
                .capability(CAP_ISR, CAP_DEVICE, 16, 3, 4, ISR, 0x1000)
                .capability(CAP_DEVICE, 0, 16, 4, 4, CONFIG, 0x1000);
        this.areas = new long[device.queues()][3];
        this.interrupts = new PciInterruptModel(function, device.queues(), violations);
    }

    /** The PCI function. */
    public PciFunctionModel function() {
        return function;
    }

    /** How it interrupts. */
    public PciInterruptModel interrupts() {
        return interrupts;
    }

    /** Sets the largest queue that the device supports; 0 for none. */
    public VirtioPciModel maxQueueSize(int size) {
        limitQueueSize(size);
        return this;
    }

    /** Sets queue_notify_off of queue 0; the other queues' doorbells follow. */
    public VirtioPciModel notifyOffset(int offset) {
        notifyOffset = offset;
        return this;
    }

    /** Raises an interrupt. */
    public void interrupt(int bits) {
        interrupts.hold(bits);
    }

    @Override
    public List<String> violations() {
        List<String> all = new ArrayList<>(super.violations());
        all.addAll(function.violations());
        return all;
    }

    @Override
    public long read(long offset, int width) {
        check(offset, width, "read");
        if (offset < ISR) {
            return readCommon((int) offset);
        }
        return offset < CONFIG ? interrupts.readStatus() : readConfiguration(offset - CONFIG, width);
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

    @Override
    void interruptForQueue(int queue) {
        interrupts.queueUsed(queue);
    }

    @Override
    void interruptForConfiguration() {
        interrupts.configurationChanged();
    }

    @Override
    boolean mayAccessMemory() {
        return function.masters();
    }

    @Override
    void reset() {
        super.reset();
        interrupts.reset();
    }

    private void check(long offset, int width, String what) {
        countAccess();
        if (!function.decodesMemory() && !function.decodesPorts()) {
            violations.add("register access while the function does not decode memory");
        }
        if (offset < ISR && WIDTHS.getOrDefault((int) offset, 0) != width) {
            violations.add(what + " of " + width + " bytes at common configuration offset 0x" + Long.toHexString(offset));
        }
    }

    private long readCommon(int offset) {
        boolean exists = hasQueue(queueSelect);
        return switch (offset) {
            case 0x00 -> deviceFeatureSelect;
            case 0x04 -> featureWord(deviceFeatureSelect);
            case 0x08 -> driverFeatureSelect;
            case 0x0C -> acceptedWord(driverFeatureSelect);
            case 0x10 -> interrupts.configVector();
            case 0x12 -> device().queues();
            case 0x14 -> readStatus();
            case 0x15 -> readGeneration();
            case 0x16 -> queueSelect;
            case 0x18 -> queueSize(queueSelect);
            case 0x1A -> exists ? interrupts.queueVector(queueSelect) : PciInterruptModel.NO_VECTOR;
            case 0x1C -> isEnabled(queueSelect) ? 1 : 0;
            case 0x1E -> notifyOffset + queueSelect;
            case 0x20, 0x28, 0x30 -> exists ? areas[queueSelect][(offset - 0x20) / 8] & WORD : 0;
            case 0x24, 0x2C, 0x34 -> exists ? areas[queueSelect][(offset - 0x24) / 8] >>> 32 : 0;
            default -> 0;
        };
    }

    private void writeCommon(int offset, long value) {
        switch (offset) {
            case 0x00 -> deviceFeatureSelect = value;
            case 0x08 -> driverFeatureSelect = value;
            case 0x0C -> acceptFeatures(driverFeatureSelect, value);
            case 0x10 -> interrupts.setConfigVector((int) value);
            case 0x14 -> writeStatus((int) value);
            case 0x16 -> queueSelect = (int) value;
            case 0x18, 0x1A, 0x1C, 0x20, 0x24, 0x28, 0x2C, 0x30, 0x34 -> writeQueue(offset, value);
            default -> violations.add("write to common configuration offset 0x" + Integer.toHexString(offset));
        }
    }

    private void writeQueue(int offset, long value) {
        if (!hasQueue(queueSelect)) {
            violations.add("write to queue " + queueSelect + ", which does not exist");
            return;
        }
        long[] area = areas[queueSelect];
        int which = (offset - 0x20) / 8;
        switch (offset) {
            case 0x18 -> setQueueSize(queueSelect, (int) value);
            case 0x1A -> interrupts.setQueueVector(queueSelect, (int) value);
            case 0x1C -> {
                if (value != 1) {
                    violations.add("queue_enable written " + value);
                }
                enable(queueSelect, area[0], area[1], area[2]);
            }
            case 0x20, 0x28, 0x30 -> area[which] = area[which] & ~WORD | value;
            default -> area[which] = area[which] & WORD | value << 32;
        }
    }

    private void ring(long offset, int width, int index) {
        if (width != 2 || offset != (long) (notifyOffset + index) * MULTIPLIER || !hasQueue(index)) {
            violations.add("doorbell of " + width + " bytes at 0x" + Long.toHexString(offset) + " with " + index);
        } else {
            ring(index);
        }
    }
}
