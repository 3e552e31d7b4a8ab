// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import vireo.generator.source.Span;

/** A type parameter of a generic declaration. */
public record TypeParameter(String name, List<TypeName> bounds, List<Annotation> annotations, Span span) implements Node {
    public TypeParameter {
        bounds = List.copyOf(bounds);
        annotations = List.copyOf(annotations);
    }
}
