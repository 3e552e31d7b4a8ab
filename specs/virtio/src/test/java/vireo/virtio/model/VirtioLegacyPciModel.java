// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * A virtio device behind a PCI function that has the legacy interface only, register by register. VIRTIO 1.4, 4.1.4.10. Its registers are
 * in BAR 0, I/O ports unless a test makes it memory.
 */
public final class VirtioLegacyPciModel extends TransportModel {
    /** Ports of BAR 0. */
    public static final int BAR_SIZE = 0x40;

    /** Device ids of the transitional range by type of device. */
    private static final Map<Integer, Integer> IDS = Map.of(1, 0x1000, 2, 0x1001, 3, 0x1003, 4, 0x1005);

    private static final Map<Integer, Integer> CLASSES = Map.of(1, 0x02, 2, 0x01, 3, 0x07, 4, 0xFF);

    private static final Map<Integer, Integer> WIDTHS = Map.of(
            0x00, 4, 0x04, 4, 0x08, 4, 0x0C, 2, 0x0E, 2, 0x10, 2, 0x12, 1, 0x13, 1, 0x14, 2, 0x16, 2);

    private final PciFunctionModel function;
    private final PciInterruptModel interrupts;
    private final long[] pages;
    private int queueSelect;

    /** A device at ports whose first number is a multiple of 64. */
    public VirtioLegacyPciModel(DmaDeviceView memory, int port, DeviceModel device) {
        super(memory, device, true);
        this.function = new PciFunctionModel(
                        0x1AF4, IDS.get(device.deviceType()), CLASSES.get(device.deviceType()), 0)
                .put(0x06, 2, 0)
                .put(0x2E, 2, device.deviceType())
                .put(0x34, 1, 0)
                .ports(0, port, BAR_SIZE);
        this.pages = new long[device.queues()];
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

    @Override
    public List<String> violations() {
        List<String> all = new ArrayList<>(super.violations());
        all.addAll(function.violations());
        return all;
    }

    @Override
    public long read(long offset, int width) {
        if (isConfiguration(offset)) {
            countAccess();
            return readConfiguration(offset - configurationStart(), width);
        }
        check(offset, width, "read");
        return switch ((int) offset) {
            case 0x00 -> featureWord(0);
            case 0x08 -> hasQueue(queueSelect) ? pages[queueSelect] : 0;
            case 0x0C -> largestQueue(queueSelect);
            case 0x0E -> queueSelect;
            case 0x12 -> readStatus();
            case 0x13 -> interrupts.readStatus();
            case 0x14 -> interrupts.configVector();
            case 0x16 -> hasQueue(queueSelect) ? interrupts.queueVector(queueSelect) : PciInterruptModel.NO_VECTOR;
            default -> {
                violations.add("read of port 0x" + Long.toHexString(offset));
                yield 0;
            }
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        if (isConfiguration(offset)) {
            violations.add("write to the device configuration");
            return;
        }
        check(offset, width, "write");
        switch ((int) offset) {
            case 0x04 -> acceptFeatures(0, value);
            case 0x08 -> place(value);
            case 0x0E -> queueSelect = (int) value;
            case 0x10 -> ring((int) value);
            case 0x12 -> writeStatus((int) value);
            case 0x14 -> interrupts.setConfigVector((int) value);
            case 0x16 -> {
                if (hasQueue(queueSelect)) {
                    interrupts.setQueueVector(queueSelect, (int) value);
                } else {
                    violations.add("vector of queue " + queueSelect + ", which does not exist");
                }
            }
            default -> violations.add("write to port 0x" + Long.toHexString(offset));
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
        Arrays.fill(pages, 0);
    }

    private int configurationStart() {
        return interrupts.usesVectors() ? 0x18 : 0x14;
    }

    private boolean isConfiguration(long offset) {
        return offset >= configurationStart();
    }

    private void place(long page) {
        if (!hasQueue(queueSelect)) {
            violations.add("queue " + queueSelect + " placed, which does not exist");
        } else if (page == 0) {
            pages[queueSelect] = 0;
        } else {
            enablePages(queueSelect, page);
            pages[queueSelect] = isEnabled(queueSelect) ? page : 0;
        }
    }

    private void check(long offset, int width, String what) {
        countAccess();
        if (!function.decodesPorts() && !function.decodesMemory()) {
            violations.add("register access while the function decodes nothing");
        }
        if (WIDTHS.getOrDefault((int) offset, 0) != width) {
            violations.add(what + " of " + width + " bytes at port 0x" + Long.toHexString(offset));
        }
    }
}
