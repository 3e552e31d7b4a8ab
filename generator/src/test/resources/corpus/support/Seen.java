// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Two things that were seen somewhere, and a number for them: a record that refers to what it does not own. */
public record Seen(Header header, Crate crate, @U16 int label) {}
