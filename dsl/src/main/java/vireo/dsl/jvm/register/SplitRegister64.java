// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.RoSplit64;
import vireo.dsl.RwSplit64;
import vireo.dsl.WoSplit64;
import vireo.dsl.jvm.RangeCheck;

/** A register of 64 bits that is accessed as two halves, the low one first. */
record SplitRegister64(RegisterDevice device, long offset) implements RoSplit64, RwSplit64, WoSplit64 {
    private static final int HALF = 4;
    private static final String NAME = "register of two halves: ";

    SplitRegister64 {
        DeviceRegisters.checkAligned(offset, HALF);
    }

    @Override
    public long read() {
        long low = readLow();
        return readHigh() << 32 | low;
    }

    @Override
    public void write(long value) {
        writeLow(value & 0xFFFF_FFFFL);
        writeHigh(value >>> 32);
    }

    @Override
    public long readLow() {
        return device.read(offset, HALF);
    }

    @Override
    public long readHigh() {
        return device.read(offset + HALF, HALF);
    }

    @Override
    public void writeLow(long value) {
        device.write(offset, HALF, RangeCheck.u32(value, NAME, "writeLow"));
    }

    @Override
    public void writeHigh(long value) {
        device.write(offset + HALF, HALF, RangeCheck.u32(value, NAME, "writeHigh"));
    }
}
