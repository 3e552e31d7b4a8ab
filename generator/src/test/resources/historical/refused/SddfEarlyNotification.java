// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

/**
 * sDDF, virtio network driver: it filled its queues and told the device so before it had set DRIVER_OK. A device may
 * disregard that, and then nothing was ever received.
 */
public final class SddfEarlyNotification {
    private final DeviceLink link;

    /** For a device. */
    public SddfEarlyNotification(DeviceLink link) {
        this.link = link;
    }

    /** Hands over all buffers. */
    public void provide() {
        link.notifyQueue(0); // expect VR702: is called by who cannot show that the device has come so far
    }
}
