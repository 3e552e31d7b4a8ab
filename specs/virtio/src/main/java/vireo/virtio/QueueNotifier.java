// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Range;

/** Tells the device about new buffers in one queue, by way of whatever transport it sits behind. */
public final class QueueNotifier {
    private final Transport transport;
    private final @Queue @Range(max = Transport.MAX_QUEUES - 1) int queue;

    /** A notifier for an enabled queue of a device that has been started. */
    public QueueNotifier(LiveDevice device, @Queue @Range(max = Transport.MAX_QUEUES - 1) int queue) {
        this.transport = device.transport();
        this.queue = queue;
    }

    /** Tells the device to look at the queue's available ring. */
    public void notifyDevice() {
        transport.notifyQueue(queue);
    }
}
