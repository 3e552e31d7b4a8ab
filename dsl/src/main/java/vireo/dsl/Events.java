// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/**
 * Up to 32 flags that any context raises, interrupt handlers included, and one thread waits for.
 *
 * <p>What was stored before a signal is seen by the loads after the {@link #take} or {@link #await} that returned a flag
 * of it.
 */
@Linear
@CType(value = "struct vireo_events", linear = true)
@Intrinsic("events")
public interface Events {
    /** Raises flags; those that are up already stay up. */
    @CFunction("vireo_events_signal")
    @Intrinsic("events.signal")
    void signal(@BitMask @U32 long flags);

    /**
     * Lowers flags, without waiting.
     *
     * @param wanted which of them
     * @return those that were up
     */
    @CFunction("vireo_events_take")
    @Intrinsic("events.take")
    @BitMask @U32 long take(@BitMask @U32 long wanted);

    /**
     * Sleeps until a flag is up, and lowers it. A flag that was raised before ends the sleep at once.
     *
     * @param wanted which of them, at least one
     * @return those that were up; 0 when the deadline has passed first
     */
    @Discardable
    @CFunction("vireo_events_await")
    @Intrinsic("events.await")
    @BitMask @U32 long await(@BitMask @U32 long wanted, Deadline deadline);
}
