// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import vireo.generator.ir.Expr;

/**
 * A place and what goes there.
 *
 * @param old what the place holds before the value is computed
 */
record PlacedValue(Expr place, Expr old, Expr value) {}
