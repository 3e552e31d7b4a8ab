// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.register.RegisterDevice;

/** The configuration space of a PCI function and its BARs. PCI Local Bus 3.0, 6. */
public final class PciFunctionModel implements RegisterDevice {
    /** Where BAR 4 is. */
    public static final int BAR_4 = 0x20;

    private static final int COMMAND = 0x04;
    private static final int BARS = 0x10;
    private static final int BARS_END = 0x28;

    private final byte[] bytes = new byte[4096];
    private final long[] barSizeMask = new long[6];
    private final List<String> violations = new ArrayList<>();
    private Runnable commandHook = () -> { };

    /** A function of a vendor, type and class. */
    public PciFunctionModel(int vendor, int device, int baseClass, int subclass) {
        put(0x00, 2, vendor);
        put(0x02, 2, device);
        put(0x06, 2, 0x10);
        put(0x0A, 1, subclass);
        put(0x0B, 1, baseClass);
        put(0x34, 1, 0x40);
    }

    /** What the driver did wrong. */
    public List<String> violations() {
        return violations;
    }

    /** Sets bytes that the driver only reads. */
    public PciFunctionModel put(int offset, int width, long value) {
        for (int i = 0; i < width; i++) {
            bytes[offset + i] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    /** The value of some bytes. */
    public long get(int offset, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[offset + i] & 0xFFL) << 8 * i;
        }
        return value;
    }

    /** Gives BAR 4 an address and a size, as firmware does. */
    public PciFunctionModel bar4(long address, long size) {
        put(BAR_4, 8, address | 0xC);
        barSizeMask[4] = ~(size - 1) & 0xFFFF_FFF0L;
        barSizeMask[5] = ~(size - 1) >>> 32;
        return this;
    }

    /** Makes one register a 32-bit memory BAR. */
    public PciFunctionModel bar32(int index, long address, long size) {
        put(BARS + 4 * index, 4, address);
        barSizeMask[index] = ~(size - 1) & 0xFFFF_FFF0L;
        return this;
    }

    /** Makes one register a BAR of I/O ports. */
    public PciFunctionModel ports(int index, int port, int size) {
        put(BARS + 4 * index, 4, port | 1);
        barSizeMask[index] = ~(size - 1) & 0xFFFF_FFFCL;
        return this;
    }

    /** Leaves out the upper half of a BAR of I/O ports, as functions may that know of 65536 ports. */
    public PciFunctionModel decode16Bits(int index) {
        barSizeMask[index] &= 0xFFFF;
        return this;
    }

    /** Says what happens when the command register was written. */
    public void onCommand(Runnable action) {
        commandHook = action;
    }

    /** Writes a virtio capability of 16 or more bytes. VIRTIO 1.4, 4.1.4. */
    public PciFunctionModel capability(int at, int next, int length, int type, int bar, long offset, long size) {
        put(at, 1, 0x09);
        put(at + 1, 1, next);
        put(at + 2, 1, length);
        put(at + 3, 1, type);
        put(at + 4, 1, bar);
        put(at + 8, 4, offset);
        return put(at + 12, 4, size);
    }

    /** Whether the function answers to its memory BARs. */
    public boolean decodesMemory() {
        return (get(COMMAND, 2) & 2) != 0;
    }

    /** Whether the function answers to its BARs of I/O ports. */
    public boolean decodesPorts() {
        return (get(COMMAND, 2) & 1) != 0;
    }

    /** Whether the function may use its interrupt line. */
    public boolean mayUseLine() {
        return (get(COMMAND, 2) & 0x400) == 0;
    }

    /** Whether the function may access memory. */
    public boolean masters() {
        return (get(COMMAND, 2) & 4) != 0;
    }

    @Override
    public long read(long offset, int width) {
        return get((int) offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        int at = (int) offset;
        if (at == COMMAND && width == 2) {
            put(at, 2, value);
            commandHook.run();
        } else if (at >= BARS && at < BARS_END && width == 4) {
            if ((get(COMMAND, 2) & 3) != 0) {
                violations.add("BAR written while the function decodes");
            }
            int index = (at - BARS) / 4;
            long flags = index == 5 && (get(BAR_4, 4) & 6) == 4 ? 0 : get(at, 4) & ((get(at, 4) & 1) != 0 ? 0x3 : 0xF);
            put(at, 4, value & barSizeMask[index] | flags);
        } else {
            violations.add("write of " + width + " bytes to configuration offset 0x" + Integer.toHexString(at));
        }
    }
}
