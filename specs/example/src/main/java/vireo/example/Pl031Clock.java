// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.example;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.Uint32;
import vireo.dsl.Window;

/** A real time clock that counts seconds and raises one alarm: the PrimeCell PL031. ARM DDI 0224C. */
public final class Pl031Clock {
    private static final @BitMask long START = 0x1;
    private static final @BitMask long ALARM = 0x1;

    private final Pl031Registers registers;

    /**
     * Takes over the device and starts its counter; an alarm left from before is taken back.
     *
     * @param window the device's registers, 4 KiB
     * @throws DriverException ERANGE when the window is smaller than the register block
     */
    public Pl031Clock(Window window) throws DriverException {
        this.registers = window.bind(Pl031Registers.class, 0);
        registers.interruptMask().write(0);
        registers.interruptClear().write(ALARM);
        registers.control().write(START);
    }

    /** Seconds, as the counter stands. */
    public @U32 long seconds() {
        return registers.data().read();
    }

    /** Sets the counter; it goes on from there with the next tick. */
    public void set(@U32 long seconds) {
        registers.load().write(seconds);
    }

    /**
     * Arms the alarm.
     *
     * @param delay seconds from now, at least 1
     * @throws DriverException EINVAL for no delay, EOVERFLOW when the counter would wrap before the alarm
     */
    public void alarmAfter(@U32 long delay) throws DriverException {
        if (delay == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        registers.match().write(Uint32.checkedAdd(registers.data().read(), delay));
        registers.interruptMask().write(ALARM);
    }

    /** Whether the alarm has been raised; if so it is taken back. */
    public boolean takeAlarm() {
        if ((registers.maskedStatus().read() & ALARM) == 0) {
            return false;
        }
        registers.interruptClear().write(ALARM);
        return true;
    }
}
