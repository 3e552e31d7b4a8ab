// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U64;
import vireo.dsl.Window;

/** Makes the registers of a device, known by physical address or I/O port, accessible. */
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

    /**
     * Maps I/O ports.
     *
     * @param port the first
     * @param length how many, all below 65536
     * @throws DriverException EINVAL for a range that reaches beyond; EOPNOTSUPP where the machine has no ports; and whatever the
     *     kernel says of a range that it cannot map
     */
    Window mapPorts(@U16 int port, @Range(min = 1, max = 65536) long length) throws DriverException;

    /** Ends a mapping, of either kind. No access to its registers follows. */
    void unmap(@Moves Window window);
}
