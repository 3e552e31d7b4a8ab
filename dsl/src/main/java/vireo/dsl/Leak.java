// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** Giving something up on purpose: the one way to end a {@link Linear} value without giving it back. */
@Intrinsic("leak")
public final class Leak {
    private Leak() {}

    /**
     * Keeps a value from everybody, for good. What it stands for is lost until the machine is started again, which is right only
     * where giving it back would do harm: memory that a device may still write to.
     *
     * @param value of a linear type
     */
    @Intrinsic("leak.forGood")
    public static void forGood(@Moves Object value) {}
}
