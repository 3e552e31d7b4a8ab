// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CField;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** Mapped device registers, owned by whoever mapped them. */
@Linear
@CType(value = "struct vireo_window", linear = true)
@Intrinsic("window")
public interface Window {
    /** Bytes mapped. */
    @CField("length")
    @Intrinsic("window.length")
    @Bytes @U64 long length();

    /**
     * The register block at an offset. It is usable until the window is unmapped.
     *
     * @param type a record marked {@link RegisterBlock}, as a class literal
     * @throws DriverException {@link Errno#ERANGE} where the block leaves the window, {@link Errno#EINVAL} where the
     *     offset is no multiple of the block's alignment
     */
    @Intrinsic("window.bind")
    <T> T bind(Class<T> type, @U64 long offset) throws DriverException;
}
