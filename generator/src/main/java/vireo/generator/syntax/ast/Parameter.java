// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import vireo.generator.source.Span;

/**
 * A parameter of a method, constructor or lambda.
 *
 * @param type {@code var} where a lambda leaves it out
 * @param name {@code this} for a receiver parameter
 */
public record Parameter(Modifiers modifiers, TypeName type, boolean varargs, String name, Span nameSpan, Span span) implements Node {}
