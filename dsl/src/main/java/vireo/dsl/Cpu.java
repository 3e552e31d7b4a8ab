// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

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
}
