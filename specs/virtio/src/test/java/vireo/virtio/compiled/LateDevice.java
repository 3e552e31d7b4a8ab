// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.List;
import vireo.dsl.jvm.VirtualClock;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.SplitQueueModel;

/** A device that looks at a queue only some time after it was told to, so that a driver has something to wait for. */
final class LateDevice implements DeviceModel {
    private final DeviceModel device;
    private final VirtualClock clock;
    private final long nanoseconds;
    private int resets;

    LateDevice(DeviceModel device, VirtualClock clock, long nanoseconds) {
        this.device = device;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
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
    public void notified(int index, SplitQueueModel queue) {
        int told = resets;
        clock.schedule(nanoseconds, () -> {
            if (told == resets) {
                device.notified(index, queue);
            }
        });
    }

    @Override
    public void reset() {
        resets++;
        device.reset();
    }

    @Override
    public List<String> violations() {
        return device.violations();
    }
}
