// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A block that begins inside of the section, and has a name of its own for a register. */
@SpecTable(value = "demo#registers", from = 8)
@RegisterBlock(size = 4)
public record Behind(@At(0) @SpecRow("cause") Rc8 reason, @At(1) Ro8 revision, @At(2) Wo16 doorbell) {}
