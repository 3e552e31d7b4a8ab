// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/**
 * What a device interrupts; classes of a driver implement it.
 *
 * <p>It is called in interrupt context, between any two steps of the thread that runs the driver, or beside them on
 * another processor. It neither waits nor allocates. What it stores for that thread it announces by
 * {@link Events#signal}.
 */
@CType("struct vireo_interrupt_handler *")
@Intrinsic("interrupthandler")
public interface InterruptHandler {
    /**
     * Looks after the device. Where handlers share a line, each of them is asked.
     *
     * @param source what the handler was requested with, which tells several interrupts of one handler apart
     * @return whether it was this device that had interrupted
     */
    @Intrinsic("interrupthandler.interrupt")
    boolean interrupt(@U32 long source);
}
