// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;

/** Says that the device is stopped, where it was only asked to. */
@Linear
public final class Claimed {
    private final Machine machine;
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public Claimed(Machine machine, Link link, @Moves DmaMemory memory) {
        this.machine = machine;
        this.link = link;
        this.memory = memory;
    }

    /** Asks the machine, and does not look. */
    @Quiesces
    public void hush() {
        machine.page().write(0); // expect VR405: Claimed.hush ends without having shown that the device is stopped
    }

    /** Looks, whatever the answer is. */
    @Quiesces // expect VR405: Claimed.calm ends without having shown that the device is stopped
    public void calm() {
        machine.page().write(0);
        if (machine.status().read() != 0) {
            Log.error("not yet");
        }
    }

    /** Swallows the failure. */
    @Quiesces
    public boolean stop() {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
        }
        return true; // expect VR405: Claimed.stop ends without having shown that the device is stopped
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        hush();
        allocator.free(memory);
    }
}
