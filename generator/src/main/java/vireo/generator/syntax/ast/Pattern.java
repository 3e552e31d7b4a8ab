// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** A pattern, of instanceof or of a case. */
public sealed interface Pattern extends Node {
    /** {@code Type name}. */
    record OfType(Modifiers modifiers, TypeName type, String name, Span nameSpan, Span span) implements Pattern {}

    /** {@code Type(pattern, pattern)}. */
    record OfRecord(TypeName type, List<Pattern> components, Optional<String> name, Span span) implements Pattern {
        public OfRecord {
            components = List.copyOf(components);
        }
    }
}
