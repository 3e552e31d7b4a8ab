// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver with a table that cannot be read; the lines of the table say what is wrong. */
@SpecTable("BadTable#registers")
@RegisterBlock(size = 2)
public record BadTable(@At(0x00) Rw16 bankSelect) {}
