// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/**
 * One source file.
 *
 * @param comments ordinary comments before the first type that no declaration has taken: the licence line, for example
 */
public record CompilationUnit(
        SourceFile file,
        Optional<PackageName> packageName,
        List<Import> imports,
        List<TypeDeclaration> types,
        List<Comment> comments,
        Span span)
        implements Node {

    public CompilationUnit {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        comments = List.copyOf(comments);
    }

    /** {@code package a.b;} with what is annotated to it. */
    public record PackageName(String name, List<Annotation> annotations, Span span) implements Node {
        public PackageName {
            annotations = List.copyOf(annotations);
        }
    }

    /**
     * An import.
     *
     * @param name the dotted name, without the {@code .*}
     * @param onDemand ends in {@code .*}
     */
    public record Import(String name, boolean isStatic, boolean onDemand, Span span) implements Node {}
}
