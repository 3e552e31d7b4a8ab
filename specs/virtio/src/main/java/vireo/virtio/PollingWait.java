// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Boxed;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Waits by looking again and again. The device is asked not to interrupt. */
@Linear
@Boxed
public final class PollingWait implements WaitPolicy {
    private final Transport transport;
    private @Generation @U32 long generation;

    /** Waits for a device that is not connected yet. */
    public PollingWait(Transport transport) {
        this.transport = transport;
        this.generation = 0;
    }

    @Override
    public void connect(@Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues) throws DriverException {
        generation = transport.configGeneration();
    }

    @Override
    public void pause(VirtQueue queue, @Queue @Range(max = Transport.MAX_QUEUES - 1) int index, Deadline deadline) {
        Cpu.relax();
    }

    /** The device counts its changes. Of a legacy device, which does not, any may have been made. */
    @Override
    public boolean mayHaveChanged() {
        @U32 long now = transport.configGeneration();
        boolean changed = now != generation || transport.isLegacy();
        generation = now;
        return changed;
    }

    @Override
    @Moves
    public void release() {
        // Nothing was connected.
    }
}
