// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/**
 * An annotation, on a declaration or on the use of a type.
 *
 * @param name as written, simple or qualified, without the {@code @}
 */
public record Annotation(String name, List<Argument> arguments, Span span) implements Node {
    public Annotation {
        arguments = List.copyOf(arguments);
    }

    /**
     * An argument.
     *
     * @param name {@code value} where the author wrote no name
     * @param value an {@link Expression.ArrayLiteral} for braces, an {@link Expression.AnnotationValue} for a nested annotation
     */
    public record Argument(String name, Expression value, Span span) implements Node {}

    /** The name without its package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The argument of that name, where the author gave it. */
    public Optional<Expression> argument(String wanted) {
        return arguments.stream().filter(a -> a.name().equals(wanted)).map(Argument::value).findFirst();
    }
}
