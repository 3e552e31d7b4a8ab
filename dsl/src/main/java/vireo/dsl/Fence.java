// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.Environment;
import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.Intrinsic;

/** Ordering of accesses to device-visible memory, beyond what publish and observe give. */
@Intrinsic("fence")
public final class Fence {
    private Fence() {}

    /**
     * The full barrier: every earlier load and store is complete before any later one. It stands between publishing an
     * index and reading the other side's notification-suppression field (VR503).
     */
    @CFunction("vireo_mb")
    @Intrinsic("fence.full")
    public static void full() {
        Environment.current().fence();
    }
}
