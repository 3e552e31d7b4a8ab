// SPDX-License-Identifier: MIT OR GPL-2.0-only
package boxed;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Probe;
import vireo.dsl.U32;

/** Owns one part of some class and one dial; the kernel holds it by a pointer and ends it by one call. */
@Boxed
public final class Machine {
    private final Part part;
    private final Dial dial;
    private final Services services;

    /** Takes its parts over; where it throws, they stay with the caller. */
    public Machine(@Moves Part part, @Moves Dial dial, Services services) throws DriverException {
        this.part = part;
        this.dial = dial;
        this.services = services;
    }

    /**
     * A machine with an alarm where there are interrupts, and with a dial otherwise.
     *
     * @throws DriverException as {@link Alarm} and {@link Dial}; ENOMEM
     */
    @Probe
    public static Machine build(Services services, @U32 long number) throws DriverException {
        Dial dial = new Dial(number);
        Part part;
        try {
            part = services.interrupts() != null ? alarm(services, number) : spare(number);
        } catch (DriverException e) {
            dial.close();
            throw e;
        }
        try {
            return new Machine(part, dial, services);
        } catch (DriverException e) {
            part.close();
            dial.close();
            throw e;
        }
    }

    @Probe
    private static Part spare(@U32 long number) throws DriverException {
        return new Dial(number);
    }

    @Probe
    private static Part alarm(Services services, @U32 long number) throws DriverException {
        if (services.interrupts() == null) {
            return new Dial(number);
        }
        return new Alarm(services.interrupts(), number);
    }

    /** Whether it is woken by interrupts. */
    public boolean isAwake() {
        return services.interrupts() != null;
    }

    /** Ends the parts, and the machine. */
    @Moves
    public @U32 long release() {
        dial.close();
        return part.closeAndCount();
    }
}
