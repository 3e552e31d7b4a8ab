// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.Rc16;
import vireo.dsl.Ro16;
import vireo.dsl.Rw16;
import vireo.dsl.W1c16;
import vireo.dsl.Wo16;
import vireo.dsl.jvm.RangeCheck;

/** A register of 16 bits. Which of its operations a driver may use, the type of its component says. */
record Register16(RegisterDevice device, long offset) implements Ro16, Rw16, Wo16, W1c16, Rc16 {
    Register16 {
        DeviceRegisters.checkAligned(offset, 2);
    }

    @Override
    public int read() {
        return (int) device.read(offset, 2);
    }

    @Override
    public void write(int value) {
        device.write(offset, 2, RangeCheck.u16(value, "register of 16 bits: ", "write"));
    }

    @Override
    public void acknowledge(int mask) {
        device.write(offset, 2, RangeCheck.u16(mask, "register of 16 bits: ", "acknowledge"));
    }
}
