// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Fails;
import vireo.dsl.spi.Intrinsic;

/** Who delivers interrupts. A kernel may have none for a device, which is then polled. */
@CType("struct vireo_interrupts *")
@Intrinsic("interrupts")
public interface Interrupts {
    /**
     * Has a handler called for an interrupt, from this moment on. Handlers may share a number, and a handler may have
     * several numbers.
     *
     * @param number what {@link PciBus#vectorNumber}, {@link PciBus#lineNumber}, a device tree or the command line says
     * @param handler stays usable until it is released
     * @param source told to the handler at each call
     * @throws DriverException {@link Errno#EINVAL} for a number that no interrupt has, {@link Errno#EBUSY} for one that
     *     is not shared or that this handler has already, {@link Errno#ENOMEM}
     */
    @CFunction("vireo_interrupt_request")
    @Fails({Errno.EINVAL, Errno.EBUSY, Errno.ENOMEM})
    @Intrinsic("interrupts.request")
    void request(@InterruptNumber @U32 long number, InterruptHandler handler, @U32 long source) throws DriverException;

    /**
     * Ends all requests of a handler, if it has any. On return none of its calls is running, and none will come.
     */
    @CFunction("vireo_interrupt_release")
    @Intrinsic("interrupts.release")
    void release(InterruptHandler handler);

    /**
     * Makes flags, none of them up.
     *
     * @throws DriverException {@link Errno#ENOMEM}
     */
    @CFunction("vireo_events_create")
    @Fails(Errno.ENOMEM)
    @Intrinsic("interrupts.createEvents")
    Events createEvents() throws DriverException;

    /** Gives flags back; nobody waits for them or raises them any more. */
    @CFunction("vireo_events_destroy")
    @Intrinsic("interrupts.destroyEvents")
    void destroyEvents(@Moves Events events);
}
