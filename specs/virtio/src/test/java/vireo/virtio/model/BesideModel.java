// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A device that works beside the driver: not within the doorbell, but in {@link #step}, until it finds nothing more to do. While it is
 * awake it asks for no notifications. VIRTIO 1.4, 2.7.10.
 */
public final class BesideModel implements DeviceModel {
    private final DeviceModel device;
    private final Map<Integer, SplitQueueModel> awake = new TreeMap<>();

    /** The same device, at its own pace. */
    public BesideModel(DeviceModel device) {
        this.device = device;
    }

    /** A piece of the device's work. */
    public void step() {
        awake.entrySet().removeIf(entry -> {
            SplitQueueModel queue = entry.getValue();
            if (queue.hasAvailable()) {
                device.notified(entry.getKey(), queue);
                return false;
            }
            // About to sleep: ask for notifications, then look once more.
            queue.wantNotifications(true);
            if (queue.hasAvailable()) {
                queue.wantNotifications(false);
                return false;
            }
            return true;
        });
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        queue.wantNotifications(false);
        awake.put(index, queue);
    }

    @Override
    public void reset() {
        awake.clear();
        device.reset();
    }

    @Override
    public int deviceType() {
        return device.deviceType();
    }

    @Override
    public int queues() {
        return device.queues();
    }

    @Override
    public long offeredFeatures() {
        return device.offeredFeatures();
    }

    @Override
    public int configByte(int offset) {
        return device.configByte(offset);
    }

    @Override
    public void enabled(int index, SplitQueueModel queue) {
        device.enabled(index, queue);
    }

    @Override
    public void negotiated(long features) {
        device.negotiated(features);
    }

    @Override
    public List<String> violations() {
        return device.violations();
    }
}
