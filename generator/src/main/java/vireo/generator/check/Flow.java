// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/**
 * A value on its way into a declared place.
 *
 * @param target the place's type, its terms in the values of the method that stores
 * @param place the place in the author's words: {@code the parameter 'index' of VirtQueue.add}
 * @param span what the caret points at
 */
record Flow(Expr value, Type target, String place, Span span) {}
