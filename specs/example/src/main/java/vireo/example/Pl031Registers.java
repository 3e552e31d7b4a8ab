// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.example;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Mask;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.SpecRow;
import vireo.dsl.SpecTable;
import vireo.dsl.Wo32;

/**
 * Registers of the PrimeCell real time clock PL031. ARM DDI 0224C, 3.2.
 *
 * @param data seconds, counting
 * @param match seconds at which the alarm is raised
 * @param load seconds to go on from
 * @param control bit 0 starts the counter
 * @param interruptMask bit 0 lets the alarm through to the interrupt line
 * @param rawStatus bit 0: the alarm is raised, masked or not
 * @param maskedStatus bit 0: the alarm is raised and let through
 * @param interruptClear writing bit 0 takes the alarm back
 */
@RegisterBlock(size = 0x20)
@SpecTable("pl031#registers")
public record Pl031Registers(
        @At(0x00) @SpecRow("RTCDR") Ro32 data,
        @At(0x04) @SpecRow("RTCMR") Rw32 match,
        @At(0x08) @SpecRow("RTCLR") Rw32 load,
        @At(0x0C) @SpecRow("RTCCR") @BitMask @Mask(1) Rw32 control,
        @At(0x10) @SpecRow("RTCIMSC") @BitMask @Mask(1) Rw32 interruptMask,
        @At(0x14) @SpecRow("RTCRIS") Ro32 rawStatus,
        @At(0x18) @SpecRow("RTCMIS") Ro32 maskedStatus,
        @At(0x1C) @SpecRow("RTCICR") @BitMask @Mask(1) Wo32 interruptClear) {}
