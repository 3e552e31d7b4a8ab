// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Moves;

/** What a kernel does with the disks that are found. The kernel implements it. */
public interface BlockDeviceHandler {
    /**
     * Takes a disk that is ready for use. A kernel that does not want it releases it at once.
     *
     * @param device the disk with everything that belongs to it; its memory, which {@code vireo_alloc()} gave, is the kernel's
     *     to free after {@link PciBlockDevice#release}
     */
    void attach(@Moves PciBlockDevice device);
}
