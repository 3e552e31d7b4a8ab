// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Octet;

/**
 * CheriBSD, issue 468: FreeBSD's network driver left the header's last field out where mergeable buffers were not
 * negotiated, as old devices wanted it. Modern devices always have that field: 12 bytes, not 10. Each packet was cut
 * or shifted by two bytes, and none arrived.
 */
@DmaStruct(size = 12, align = 2)
public record CheriBsdShortHeader( // expect VR209: 12
        @At(0) Octet flags,
        @At(1) Octet gsoType,
        @At(2) Le16 headerLength,
        @At(4) Le16 gsoSize,
        @At(6) Le16 checksumStart,
        @At(8) Le16 checksumOffset) {}
