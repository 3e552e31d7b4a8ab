// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

/**
 * A constant that bounds numbers of a unit: the end of a range, the length of an array that is indexed by them.
 *
 * @param limit how the author wrote it
 */
public record UnitLimit(Unit unit, Expr limit) {}
