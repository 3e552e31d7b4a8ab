// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** One source of random bytes of a {@link Driver}: {@link vireo.virtio.VirtioRngDevice}'s methods, for both lives. */
interface Entropy extends Unit {
    /** Fills an array. */
    void fill(byte[] data) throws DriverException;
}
