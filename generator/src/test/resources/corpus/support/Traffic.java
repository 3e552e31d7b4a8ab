// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitNumber;
import vireo.dsl.DependsOn;

/** Numbers of features, of which some need others; the cases share it. */
public final class Traffic {
    /** Sums are checked. */
    public static final @BitNumber int SUMS = 0;

    /** Large pieces. */
    @DependsOn(SUMS)
    public static final @BitNumber int LARGE = 11;

    /** Large pieces of another sort. */
    @DependsOn(SUMS)
    public static final @BitNumber int LARGE_TOO = 12;

    /** Congestion in large pieces. */
    @DependsOn(value = LARGE, or = LARGE_TOO)
    public static final @BitNumber int CONGESTION = 13;

    private Traffic() {}
}
