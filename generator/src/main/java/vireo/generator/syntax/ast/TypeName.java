// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import vireo.generator.source.Span;

/**
 * A type as written.
 *
 * @param name simple or qualified; a primitive's keyword; {@code void}; {@code var}; {@code ?} for a wildcard, whose bound is its only argument
 * @param arguments between angle brackets
 * @param diamond written {@code <>}: the arguments are to be inferred
 * @param dimensions pairs of brackets, those behind the declared name included
 * @param annotations written before the type's name where nothing but a type can stand, and before its brackets; see {@link Modifiers}
 * @param index those of them before the brackets: a unit there is that of the indices
 */
public record TypeName(
        String name,
        List<TypeName> arguments,
        boolean diamond,
        int dimensions,
        List<Annotation> annotations,
        List<Annotation> index,
        Span span)
        implements Node {

    public TypeName {
        arguments = List.copyOf(arguments);
        annotations = List.copyOf(annotations);
        index = List.copyOf(index);
    }

    /** A plain name. */
    public static TypeName of(String name, Span span) {
        return new TypeName(name, List.of(), false, 0, List.of(), List.of(), span);
    }

    /** This type with other dimensions. */
    public TypeName withDimensions(int replaced) {
        return replaced == dimensions ? this : new TypeName(name, arguments, diamond, replaced, annotations, index, span);
    }

    /** Whether it is {@code void}. */
    public boolean isVoid() {
        return name.equals("void") && dimensions == 0;
    }

    /** As in a source, without annotations. */
    public String text() {
        String text = name;
        if (name.equals("?") && !arguments.isEmpty()) {
            text = span.text();
        } else if (diamond || !arguments.isEmpty()) {
            text += "<" + String.join(", ", arguments.stream().map(TypeName::text).toList()) + ">";
        }
        return text + "[]".repeat(dimensions);
    }
}
