// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.Arrays;
import java.util.Set;
import vireo.dsl.jvm.interrupt.InterruptController;
import vireo.dsl.jvm.memory.DmaDeviceView;

/**
 * A virtio device in memory, register by register: version 2, or version 1, the legacy interface. VIRTIO 1.4, 4.2.2 and 4.2.4. Its faults
 * are switched on by tests.
 */
public final class VirtioMmioModel extends TransportModel {
    /** Bytes of the registers and the device configuration. */
    public static final int SIZE = 0x200;

    private static final int CONFIG = 0x100;
    private static final int NOT_SELECTED = -1;

    /** Registers that can be read, and those that can be written, by version. */
    private static final Set<Integer> READABLE =
            Set.of(0x000, 0x004, 0x008, 0x00C, 0x010, 0x034, 0x044, 0x060, 0x070, 0x0FC);

    private static final Set<Integer> WRITABLE = Set.of(0x014, 0x020, 0x024, 0x030, 0x038, 0x044, 0x050, 0x064, 0x070,
            0x080, 0x084, 0x090, 0x094, 0x0A0, 0x0A4);

    private static final Set<Integer> LEGACY_READABLE =
            Set.of(0x000, 0x004, 0x008, 0x00C, 0x010, 0x034, 0x040, 0x060, 0x070);

    private static final Set<Integer> LEGACY_WRITABLE =
            Set.of(0x014, 0x020, 0x024, 0x028, 0x030, 0x038, 0x03C, 0x040, 0x050, 0x064, 0x070);

    /** Registers of a version 2 queue that are not touched while it is ready. */
    private static final Set<Integer> FROZEN = Set.of(0x038, 0x080, 0x084, 0x090, 0x094, 0x0A0, 0x0A4);

    private final boolean legacy;
    private final long[][] areas;
    private final long[] pages;
    private long magic = 0x74726976;
    private long version;
    private long deviceId;
    private int queueSel;
    private long hostFeaturesSel = NOT_SELECTED;
    private long guestFeaturesSel = NOT_SELECTED;
    private long pageSize;
    private long alignment;
    private InterruptController controller;
    private long line;
    private int reasons;
    private boolean hidesReasons;
    private long extraReasons;

    /** A device with registers of a version. */
    public VirtioMmioModel(DmaDeviceView memory, DeviceModel device, int version) {
        super(memory, device, version == 1);
        this.legacy = version == 1;
        this.version = version;
        this.deviceId = device.deviceType();
        this.areas = new long[device.queues()][3];
        this.pages = new long[device.queues()];
    }

    /** Lets the device interrupt by a line. */
    public VirtioMmioModel line(InterruptController deliverer, long number) {
        controller = deliverer;
        line = number;
        return this;
    }

    /** Sets MagicValue. */
    public VirtioMmioModel magic(long value) {
        magic = value;
        return this;
    }

    /** Sets Version. */
    public VirtioMmioModel version(long value) {
        version = value;
        return this;
    }

    /** Sets DeviceID; 0 for a place without a device. */
    public VirtioMmioModel deviceId(long value) {
        deviceId = value;
        return this;
    }

    /** Interrupts, and never says why. */
    public void hideReasons() {
        hidesReasons = true;
    }

    /** Sets bits of InterruptStatus that no version defines. */
    public void addUndefinedReasons(long bits) {
        extraReasons = bits;
    }

    /** Takes the interrupt back before anybody asked: a spurious interrupt. */
    public void withdraw() {
        reasons = 0;
        driveLine();
    }

    /** Interrupts for these reasons. */
    public void hold(int bits) {
        reasons |= bits;
        driveLine();
    }

    @Override
    public long read(long offset, int width) {
        countAccess();
        if (offset >= CONFIG) {
            return readConfiguration(offset - CONFIG, width);
        }
        int at = (int) offset;
        if (width != 4 || !(legacy ? LEGACY_READABLE : READABLE).contains(at)) {
            violations.add("read of " + width + " bytes at 0x" + Integer.toHexString(at));
        }
        refuseStranger(at);
        return switch (at) {
            case 0x000 -> magic;
            case 0x004 -> version;
            case 0x008 -> deviceId;
            case 0x010 -> offered();
            case 0x034 -> largestQueue(queueSel);
            case 0x040 -> hasQueue(queueSel) ? pages[queueSel] : 0;
            case 0x044 -> isEnabled(queueSel) ? 1 : 0;
            case 0x060 -> hidesReasons ? 0 : reasons | extraReasons;
            case 0x070 -> readStatus();
            case 0x0FC -> readGeneration();
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        countAccess();
        int at = (int) offset;
        if (offset >= CONFIG) {
            violations.add("write to the device configuration");
            return;
        }
        if (width != 4 || !(legacy ? LEGACY_WRITABLE : WRITABLE).contains(at)) {
            violations.add("write of " + width + " bytes at 0x" + Integer.toHexString(at));
        }
        refuseStranger(at);
        if (!legacy && FROZEN.contains(at) && isEnabled(queueSel)) {
            violations.add("register 0x" + Integer.toHexString(at) + " written while QueueReady is 1");
        }
        switch (at) {
            case 0x014 -> hostFeaturesSel = value;
            case 0x020 -> accept(value);
            case 0x024 -> guestFeaturesSel = value;
            case 0x028 -> setPageSize(value);
            case 0x030 -> queueSel = (int) value;
            case 0x038 -> setQueueSize(queueSel, (int) value);
            case 0x03C -> alignment = value;
            case 0x040 -> place(value);
            case 0x044 -> makeReady(value);
            case 0x050 -> ring((int) value);
            case 0x064 -> acknowledge(value);
            case 0x070 -> writeStatus((int) value);
            default -> setArea(at, value);
        }
    }

    @Override
    void interruptForQueue(int queue) {
        hold(1);
    }

    @Override
    void interruptForConfiguration() {
        hold(2);
    }

    @Override
    boolean mayAccessMemory() {
        return true;
    }

    @Override
    void reset() {
        super.reset();
        Arrays.fill(pages, 0);
        hostFeaturesSel = NOT_SELECTED;
        guestFeaturesSel = NOT_SELECTED;
        pageSize = 0;
        reasons = 0;
        driveLine();
    }

    private void refuseStranger(int offset) {
        boolean identity = offset == 0x000 || offset == 0x004 && magic == 0x74726976
                || offset == 0x008 && magic == 0x74726976 && (version == 1 || version == 2);
        if (!identity && (magic != 0x74726976 || version != (legacy ? 1 : 2) || deviceId == 0)) {
            violations.add("register 0x" + Integer.toHexString(offset) + " touched where there is no device");
        }
    }

    private long offered() {
        if (hostFeaturesSel == NOT_SELECTED) {
            violations.add("features read before they were selected");
        }
        return featureWord(hostFeaturesSel);
    }

    private void accept(long word) {
        if (guestFeaturesSel == NOT_SELECTED) {
            violations.add("features written before they were selected");
        } else {
            acceptFeatures(guestFeaturesSel, word);
        }
    }

    private void setPageSize(long bytes) {
        pageSize = bytes;
        if (Long.bitCount(bytes) != 1) {
            violations.add("a page of " + bytes + " bytes");
        }
    }

    private void place(long page) {
        if (!hasQueue(queueSel)) {
            violations.add("queue " + queueSel + " placed, which does not exist");
        } else if (page == 0) {
            pages[queueSel] = 0;
        } else {
            if (pageSize != 4096 || alignment != 4096) {
                violations.add("queue placed with pages of " + pageSize + " bytes and alignment " + alignment);
            }
            enablePages(queueSel, page);
            pages[queueSel] = isEnabled(queueSel) ? page : 0;
        }
    }

    private void makeReady(long value) {
        if (value != 1 || !hasQueue(queueSel)) {
            violations.add("QueueReady of queue " + queueSel + " written " + value);
        } else {
            enable(queueSel, areas[queueSel][0], areas[queueSel][1], areas[queueSel][2]);
        }
    }

    private void setArea(int offset, long value) {
        int which = (offset - 0x080) / 0x10;
        if (offset < 0x080 || which > 2 || !hasQueue(queueSel)) {
            return; // Noted already.
        }
        long[] area = areas[queueSel];
        area[which] = (offset & 4) == 0 ? area[which] & ~WORD | value : area[which] & WORD | value << 32;
    }

    private void acknowledge(long bits) {
        if ((bits & ~3) != 0) {
            violations.add("InterruptACK written 0x" + Long.toHexString(bits));
        }
        reasons &= (int) ~bits;
        driveLine();
    }

    private void driveLine() {
        if (controller != null) {
            controller.setLine(line, this, reasons != 0);
        }
    }
}
