// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
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
     * @throws DriverException EINVAL for an empty range, one that wraps around the address space, or one that is no device memory;
     *     ENOMEM
     */
    Window map(@DeviceAddress @U64 long physical, @Bytes @U64 long length) throws DriverException;

    /**
     * Maps I/O ports.
     *
     * @param port the first
     * @param length how many, all below 65536
     * @throws DriverException EINVAL for a range that reaches beyond, or that is none; EOPNOTSUPP where the machine has no ports;
     *     ENOMEM
     */
    Window mapPorts(
            @DeviceAddress @U16 int port, @Bytes @Range(min = 1, max = 65536) long length) throws DriverException;

    /** Ends a mapping, of either kind. No access to its registers follows. */
    void unmap(@Moves Window window);
}
