// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** A queue of a device that has been started: here chains get to the device and come back, and nobody waits for ever. */
public final class ActiveQueue {
    private final VirtioDevice device;
    private final VirtQueue queue;
    private final @Queue @Range(max = Transport.MAX_QUEUES - 1) int index;
    private final QueueNotifier notifier;

    /**
     * A queue at work.
     *
     * @param live the evidence that the device, where the queue was enabled before, has been started
     * @param index the queue's number
     */
    public ActiveQueue(
            VirtioDevice device,
            VirtQueue queue,
            LiveDevice live,
            @Queue @Range(max = Transport.MAX_QUEUES - 1) int index) {
        this.device = device;
        this.queue = queue;
        this.index = index;
        this.notifier = new QueueNotifier(live, index);
    }

    /** Lets the device know of everything that was added to the queue since the last call. A stopped device is left alone. */
    public void kick() {
        if (!device.isStopped() && queue.publish()) {
            notifier.notifyDevice();
        }
    }

    /**
     * Takes back one chain that the device has finished with, if there is one. Does not wait.
     *
     * @throws DriverException EPROTO where the device broke the protocol, and was stopped for it; EIO where it did so before
     */
    public UsedBuffer take() throws DriverException {
        try {
            return queue.takeUsed();
        } catch (DriverException e) {
            device.giveUp();
            throw e;
        }
    }

    /**
     * Waits until there is a chain to take back. The device is not told of anything.
     *
     * @param milliseconds how long to wait at most
     * @return whether there is one
     */
    public boolean waitUntilUsed(@Milliseconds @U32 long milliseconds) {
        Deadline deadline = Deadline.afterMillis(milliseconds);
        while (!queue.hasUsed()) {
            if (deadline.expired()) {
                return false;
            }
            device.waiting().pause(queue, index, deadline);
        }
        return true;
    }

    /**
     * Takes back one chain, and waits for it where need be; chains that the device does not yet know of are started. A device that
     * is silent for too long is stopped: until then it may use their memory.
     *
     * @param milliseconds how long the device may take
     * @throws DriverException ETIMEDOUT where the device was silent, and is stopped; ESHUTDOWN where it was stopped before; as
     *     {@link #take}
     */
    @Conforms("drv.basic.status.4")
    public UsedBuffer await(@Milliseconds @U32 long milliseconds) throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        kick();
        if (!waitUntilUsed(milliseconds)) {
            Log.error("%s: no answer within %u ms, device status 0x%02x",
                    device.name(), milliseconds, device.transport().status());
            device.stop();
            throw new DriverException(Errno.ETIMEDOUT);
        }
        return take();
    }
}
