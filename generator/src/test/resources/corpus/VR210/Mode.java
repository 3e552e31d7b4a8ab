// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy that permits itself what the device does not. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x0C)
public record Mode(
        @At(0x04) Rw32 events, // expect VR210: its mode is rw, and w1c in the table
        @At(0x08) Ro8 cause, // expect VR210: its mode is ro, and rc in the table
        @At(0x09) Rw8 revision, // expect VR210: its mode is rw, and ro in the table
        @At(0x0A) Rw16 doorbell) {} // expect VR210: its mode is rw, and wo in the table
