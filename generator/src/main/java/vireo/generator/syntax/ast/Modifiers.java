// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vireo.generator.source.Span;

/**
 * What stands before a declaration.
 *
 * <p>Where a type follows ({@code private final @U16 int size}), Java's syntax cannot tell annotations of the declaration from those
 * of its type: all of them are here, and {@link TypeName#annotations} has only those that can stand on a type alone.
 */
public record Modifiers(List<Modifier> modifiers, List<Annotation> annotations) {
    /** No modifier and no annotation. */
    public static final Modifiers NONE = new Modifiers(List.of(), List.of());

    public Modifiers {
        modifiers = List.copyOf(modifiers);
        annotations = List.copyOf(annotations);
    }

    /** One keyword. */
    public record Modifier(Keyword keyword, Span span) implements Node {}

    /** Java's modifiers. */
    public enum Keyword {
        PUBLIC,
        PROTECTED,
        PRIVATE,
        STATIC,
        FINAL,
        ABSTRACT,
        DEFAULT,
        SEALED,
        NON_SEALED,
        NATIVE,
        SYNCHRONIZED,
        TRANSIENT,
        VOLATILE,
        STRICTFP;

        /** As it is written in a source. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the keyword is there. */
    public boolean has(Keyword keyword) {
        return find(keyword).isPresent();
    }

    /** The keyword, with its place. */
    public Optional<Modifier> find(Keyword keyword) {
        return modifiers.stream().filter(m -> m.keyword() == keyword).findFirst();
    }

    /** The first annotation of that simple name. */
    public Optional<Annotation> annotation(String simpleName) {
        return annotations.stream().filter(a -> a.simpleName().equals(simpleName)).findFirst();
    }
}
