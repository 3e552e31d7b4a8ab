// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.TypeDeclaration;

/**
 * A type that the driver sources declare. Two are equal when their names are.
 *
 * @param name qualified
 */
public record SourceType(CompilationUnit unit, TypeDeclaration declaration, String name, Kind kind) {
    /** What a declaration means. */
    public enum Kind {
        BLOCK("register block"),
        DMA_STRUCT("DMA structure"),
        RING("ring"),
        VALUE("value record"),
        OBJECT("class"),
        INTERFACE("interface"),
        ENUM("enum"),
        UNIT("unit");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As messages name it. */
        public String text() {
            return text;
        }

        /** Whether the components lie in memory that a device sees. */
        public boolean isDma() {
            return this == DMA_STRUCT || this == RING;
        }
    }

    static Kind kindOf(TypeDeclaration declaration) {
        if (declaration instanceof TypeDeclaration.RecordType) {
            if (declaration.modifiers().annotation("RegisterBlock").isPresent()) {
                return Kind.BLOCK;
            }
            if (declaration.modifiers().annotation("Ring").isPresent()) {
                return Kind.RING;
            }
            return declaration.modifiers().annotation("DmaStruct").isPresent() ? Kind.DMA_STRUCT : Kind.VALUE;
        }
        if (declaration instanceof TypeDeclaration.EnumType) {
            return Kind.ENUM;
        }
        if (declaration instanceof TypeDeclaration.AnnotationType) {
            return Kind.UNIT;
        }
        return declaration instanceof TypeDeclaration.InterfaceType ? Kind.INTERFACE : Kind.OBJECT;
    }

    /** The name without its package. */
    public String simpleName() {
        return declaration.name();
    }

    /** The package, empty for the unnamed one. */
    public String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Whether values of the type are moved, never copied. */
    public boolean linear() {
        return declaration.modifiers().annotation("Linear").isPresent() || boxed();
    }

    /** Whether objects of the class live on the heap, each by itself. */
    public boolean boxed() {
        return declaration.modifiers().annotation("Boxed").isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceType type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
