// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** Maps the registers of devices. */
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
    @Intrinsic("windowmapper.map")
    Window map(@U64 long physical, @U64 long length) throws DriverException;

    /** Ends a mapping; no access to its registers may follow. */
    @CFunction("vireo_window_unmap")
    @Intrinsic("windowmapper.unmap")
    void unmap(@Moves Window window);
}
