// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;

/**
 * cloud-hypervisor, pull request 2179: it told the other side from which index on it wants to be notified, and looked
 * at that side's index at once, with no full barrier between. That was the device's half; a driver that asks for
 * interrupts makes the same mistake. Network devices hung under load: both sides slept, each with news for the other.
 */
public final class CloudHypervisorAvailEvent {
    private static final int SIZE = 16;

    private final @Length("SIZE") AvailRing available;
    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public CloudHypervisorAvailEvent(DmaMemory memory) throws DriverException {
        this.available = memory.ring(AvailRing.class, 0, SIZE);
        this.used = memory.ring(UsedRing.class, 64, SIZE);
        this.taken = 0;
    }

    /** Asks to be told of the next chain that comes back. Returns whether one has come already. */
    public boolean enableInterrupts() {
        available.usedEvent().set(taken);
        return used.idx().observe() != taken; // expect VR503: may be read before the device can see
    }
}
