// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.Le64;

/** The C compiler would pad it to 16. */
@DmaStruct(size = 12, align = 8)
public record Padded( // expect VR209: would pad it
        @At(0) Le64 address,
        @At(8) Le32 length) {}
