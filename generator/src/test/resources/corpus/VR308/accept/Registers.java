// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Registers of units, and functions of the dsl that count in bytes whether the driver says so or not. */
public final class Registers {
    private final Lanes lanes;

    /** On mapped registers. */
    public Registers(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Tells a size. */
    public @Lane @U32 long tell(@Lane @U32 long lane, @Bytes @U32 long size) {
        lanes.lane().write(lane);
        lanes.size().write(size);
        return lanes.lane().read();
    }

    /** Whether a size, and a number that stands for one, fit. */
    public static boolean fits(DmaMemory memory, @Bytes @U32 long size, @U32 long number) {
        return memory.size() > size && memory.size() > number;
    }

    /** Some bytes. */
    public static DmaBytes some(DmaMemory memory, @Bytes @U32 long offset) throws DriverException {
        return memory.bytes(offset, 16);
    }
}
