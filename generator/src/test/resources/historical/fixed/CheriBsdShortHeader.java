// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Octet;

/** Mended: the modern header, all of it. */
@DmaStruct(size = 12, align = 2)
public record CheriBsdShortHeader(
        @At(0) Octet flags,
        @At(1) Octet gsoType,
        @At(2) Le16 headerLength,
        @At(4) Le16 gsoSize,
        @At(6) Le16 checksumStart,
        @At(8) Le16 checksumOffset,
        @At(10) Le16 buffers) {}
