// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** A value record that the cases share. */
public record Extent(@U16 int start, @U16 int length) {}
