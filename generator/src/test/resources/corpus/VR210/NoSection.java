// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A section that the table does not have. */
@SpecTable("demo#register") // expect VR210: The table 'demo' has no section 'register'.
@RegisterBlock(size = 4)
public record NoSection(@At(0) Rw16 bankSelect, @At(2) Ro16 other) {}
