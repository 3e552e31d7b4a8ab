// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.U64;
import vireo.dsl.Window;

/** Makes the registers of a device, known by physical address, accessible. */
public interface PhysMapper {
    /**
     * Maps registers.
     *
     * @param physical the bus address of the first byte
     * @param length bytes, at least 1
     * @throws DriverException EINVAL for an empty range or one that wraps around the address space, and whatever the kernel
     *     says of a range that it cannot map
     */
    Window map(@U64 long physical, @U64 long length) throws DriverException;

    /** Ends a mapping. No access to its registers follows. */
    void unmap(@Moves Window window);
}
