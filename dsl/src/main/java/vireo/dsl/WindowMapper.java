// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Fails;
import vireo.dsl.spi.Intrinsic;

/** Maps the registers of devices, in memory or at I/O ports. */
@CType("struct vireo_mapper *")
@Intrinsic("windowmapper")
public interface WindowMapper {
    /**
     * Maps device registers.
     *
     * @param physical the bus address of the first byte
     * @param length bytes, at least 1
     * @throws DriverException {@link Errno#EINVAL} for a range that is no device memory, {@link Errno#ENOMEM}
     */
    @CFunction("vireo_window_map")
    @Fails({Errno.EINVAL, Errno.ENOMEM})
    @Intrinsic("windowmapper.map")
    Window map(@DeviceAddress @U64 long physical, @Bytes @U64 long length) throws DriverException;

    /**
     * Maps I/O ports: what x86 reaches by instructions of their own, and other machines through a window of their PCI
     * host bridge. The registers in it have at most 32 bits.
     *
     * @param port the first port
     * @param length ports; the last one is at most 65535
     * @throws DriverException {@link Errno#EOPNOTSUPP} where the machine has no ports, {@link Errno#EINVAL} for a range
     *     that is none, {@link Errno#ENOMEM}
     */
    @CFunction("vireo_window_map_ports")
    @Fails({Errno.EOPNOTSUPP, Errno.EINVAL, Errno.ENOMEM})
    @Intrinsic("windowmapper.mapPorts")
    Window mapPorts(@DeviceAddress @U16 int port, @Bytes @Range(min = 1, max = 65536) long length) throws DriverException;

    /** Ends a mapping, of either kind; no access to its registers may follow. */
    @CFunction("vireo_window_unmap")
    @Intrinsic("windowmapper.unmap")
    void unmap(@Moves Window window);
}
