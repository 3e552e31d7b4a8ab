// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Linear;
import vireo.dsl.Range;

/** The right to one chair of a room. */
@Linear
public record Chair(@Range(max = 7) int number) {}
