// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** A point in time at which waiting ends. Every loop that waits for a device carries one (VR803). */
@CType("struct vireo_deadline")
@Intrinsic("deadline")
public final class Deadline {
    private static final long NANOSECONDS_A_MILLISECOND = 1_000_000;

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    /** The point in time this many milliseconds from now. */
    @CFunction("vireo_deadline_after_ms")
    @Intrinsic("deadline.afterMillis")
    public static Deadline afterMillis(@Milliseconds @U32 long milliseconds) {
        RangeCheck.u32(milliseconds, "Deadline.", "afterMillis");
        return new Deadline(Environment.current().nanoseconds() + milliseconds * NANOSECONDS_A_MILLISECOND);
    }

    /** When it is, on the clock of its {@link Environment}. For the machine in which a driver waits. */
    public @U64 long nanoseconds() {
        return at;
    }

    /** Whether that point in time has come. */
    @CFunction("vireo_deadline_expired")
    @Intrinsic("deadline.expired")
    public boolean expired() {
        return Uint64.atMost(at, Environment.current().nanoseconds());
    }
}
