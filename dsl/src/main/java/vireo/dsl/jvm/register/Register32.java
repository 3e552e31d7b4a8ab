// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.Rc32;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.W1c32;
import vireo.dsl.Wo32;
import vireo.dsl.jvm.RangeCheck;

/** A register of 32 bits. Which of its operations a driver may use, the type of its component says. */
record Register32(RegisterDevice device, long offset) implements Ro32, Rw32, Wo32, W1c32, Rc32 {
    Register32 {
        DeviceRegisters.checkAligned(offset, 4);
    }

    @Override
    public long read() {
        return device.read(offset, 4);
    }

    @Override
    public void write(long value) {
        device.write(offset, 4, RangeCheck.u32(value, "register of 32 bits: ", "write"));
    }

    @Override
    public void acknowledge(long mask) {
        device.write(offset, 4, RangeCheck.u32(mask, "register of 32 bits: ", "acknowledge"));
    }
}
