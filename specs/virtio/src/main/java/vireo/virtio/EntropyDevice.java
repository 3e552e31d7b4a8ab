// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.Text;

/**
 * A source of random bytes.
 *
 * <p>How good they are is the device's word: a kernel mixes them with what it has from elsewhere.
 */
public interface EntropyDevice {
    /** What people call the device: {@code virtio-rng0 at 00:05.0}. */
    Text name();

    /**
     * Fills an array with random bytes, and waits for them. Where that fails, some of the array may be filled already. A source that
     * gives nothing at all for 5 seconds, be it only slow, is taken to be broken.
     *
     * @throws DriverException EPROTO where the device broke the protocol, an answer without a byte included, EIO where it did so
     *     before; ETIMEDOUT where it did not answer in time and was stopped; ESHUTDOWN where it was stopped before
     */
    void fill(byte @Bytes [] data) throws DriverException;
}
