// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Octet;

/** Bytes that have no name of their own. */
@DmaStruct(size = 12, align = 2)
public record WithArray(
        @At(0) @Count(6) DmaArray<Octet> mac,
        @At(6) Le16 status,
        @At(8) Le16 pairs,
        @At(10) Le16 mtu) {}
