// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.List;

/**
 * What a virtio device is behind whatever transport: its features, its configuration, and what it does with its queues. A model of
 * a transport has one, and tells it what the driver does to the queues.
 */
public interface DeviceModel {
    /** The device type's number. VIRTIO 1.4, 5. */
    int deviceType();

    /** How many queues the device has; they are numbered from 0. */
    int queues();

    /** The features that the device offers. */
    long offeredFeatures();

    /** A byte of the device configuration; 0 behind its end. */
    int configByte(int offset);

    /** The driver has enabled a queue. It may be used once the driver notifies of it, or as soon as the device is live. */
    default void enabled(int index, SplitQueueModel queue) {}

    /** The driver has chosen these features, which the device finds agreeable. */
    default void negotiated(long features) {}

    /** The driver says that a queue has new chains. */
    void notified(int index, SplitQueueModel queue);

    /** The driver has reset the device: it has no queues any more. */
    default void reset() {}

    /** What the driver did wrong, as far as this type of device can tell. */
    List<String> violations();
}
