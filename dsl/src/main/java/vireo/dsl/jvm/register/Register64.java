// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.Ro64;
import vireo.dsl.Rw64;
import vireo.dsl.Wo64;

/** A register of 64 bits. Which of its operations a driver may use, the type of its component says. */
record Register64(RegisterDevice device, long offset) implements Ro64, Rw64, Wo64 {
    Register64 {
        DeviceRegisters.checkAligned(offset, 8);
    }

    @Override
    public long read() {
        return device.read(offset, 8);
    }

    @Override
    public void write(long value) {
        device.write(offset, 8, value);
    }
}
