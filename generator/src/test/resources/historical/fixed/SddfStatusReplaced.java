// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** Mended: what is there stays there. */
public final class SddfStatusReplaced implements StatusRegister {
    private final MmioRegisters registers;

    /** A device. */
    public SddfStatusReplaced(MmioRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @BitMask @U8 int status() {
        return (int) (registers.status().read() & 0xFF);
    }

    @Override
    public void addStatus(@BitMask @U8 int bits) {
        registers.status().write(registers.status().read() | bits);
    }
}
