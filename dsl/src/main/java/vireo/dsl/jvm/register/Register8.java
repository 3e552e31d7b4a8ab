// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.Rc8;
import vireo.dsl.Ro8;
import vireo.dsl.Rw8;
import vireo.dsl.W1c8;
import vireo.dsl.Wo8;
import vireo.dsl.jvm.RangeCheck;

/** A register of 8 bits. Which of its operations a driver may use, the type of its component says. */
record Register8(RegisterDevice device, long offset) implements Ro8, Rw8, Wo8, W1c8, Rc8 {
    Register8 {
        DeviceRegisters.checkAligned(offset, 1);
    }

    @Override
    public int read() {
        return (int) device.read(offset, 1);
    }

    @Override
    public void write(int value) {
        device.write(offset, 1, RangeCheck.u8(value, "register of 8 bits: ", "write"));
    }

    @Override
    public void acknowledge(int mask) {
        device.write(offset, 1, RangeCheck.u8(mask, "register of 8 bits: ", "acknowledge"));
    }
}
