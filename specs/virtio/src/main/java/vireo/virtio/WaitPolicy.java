// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;

/**
 * How a driver waits for its device: by looking again and again, or by letting the device interrupt. Each device has one of its
 * own. The queues do not know which.
 */
@Linear
public interface WaitPolicy {
    /**
     * Connects the device, which has agreed to features and has no queue enabled yet.
     *
     * @param queues how many queues the driver uses, from queue 0
     * @throws DriverException ENXIO, EINVAL where the device has no such interrupt; EBUSY where another handler has it for itself;
     *     ENOMEM
     */
    void connect(@Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues) throws DriverException;

    /**
     * Lets time pass after the driver has found a queue without used buffers. May return before there are any.
     *
     * @param index the queue's number
     * @param deadline when to return at the latest
     */
    void pause(VirtQueue queue, @Queue @Range(max = Transport.MAX_QUEUES - 1) int index, Deadline deadline);

    /** Whether the device configuration may have changed since the last call, or since the device was connected. */
    boolean mayHaveChanged();

    /** Ends what {@link #connect} began. The device has been reset. */
    @Moves
    void release();
}
