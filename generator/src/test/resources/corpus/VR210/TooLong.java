// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A block that ends neither with its last register nor where the table ends. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x10)
public record TooLong( // expect VR210: it has 16 bytes, but its registers end at 12, and the table has 32
        @At(0x09) Ro8 revision, @At(0x0A) Wo16 doorbell) {}
