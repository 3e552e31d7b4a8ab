// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U64;
import vireo.dsl.Uint64;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Maps registers with the kernel's mapper. */
public final class KernelPhysMapper implements PhysMapper {
    private final WindowMapper windows;

    /** Nothing mapped yet. */
    public KernelPhysMapper(WindowMapper windows) {
        this.windows = windows;
    }

    @Override
    public Window map(@DeviceAddress @U64 long physical, @Bytes @U64 long length) throws DriverException {
        @U64 long last = Uint64.wrappingAdd(physical, Uint64.wrappingSub(length, 1));
        if (length == 0 || Uint64.lessThan(last, physical)) {
            throw new DriverException(Errno.EINVAL);
        }
        return windows.map(physical, length);
    }

    @Override
    public Window mapPorts(
            @DeviceAddress @U16 int port, @Bytes @Range(min = 1, max = 65536) long length) throws DriverException {
        if (port + length > 65536) {
            throw new DriverException(Errno.EINVAL);
        }
        return windows.mapPorts(port, length);
    }

    @Override
    public void unmap(@Moves Window window) {
        windows.unmap(window);
    }
}
