// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.nio.ByteOrder;
import vireo.dsl.jvm.Environment;
import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.Intrinsic;

/** The processor that runs the driver. */
@Intrinsic("cpu")
public final class Cpu {
    private Cpu() {}

    /** A breath in a polling loop. Facts about memory that a device writes end here. */
    @CFunction("vireo_relax")
    @Intrinsic("cpu.relax")
    public static void relax() {
        Environment.current().relax();
    }

    /** Whether the least significant byte of a number comes first in this processor's memory: a constant in C. */
    @CFunction("vireo_cpu_is_little_endian")
    @Intrinsic("cpu.isLittleEndian")
    public static boolean isLittleEndian() {
        return Environment.current().byteOrder() == ByteOrder.LITTLE_ENDIAN;
    }
}
