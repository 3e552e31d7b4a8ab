// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.Optional;
import vireo.generator.source.Span;

/**
 * One name of a declaration.
 *
 * @param type the declaration's type, with the brackets behind this name
 * @param initializer an {@link Expression.ArrayLiteral} for braces
 */
public record VariableDeclarator(String name, Span nameSpan, TypeName type, Optional<Expression> initializer, Span span)
        implements Node {}
