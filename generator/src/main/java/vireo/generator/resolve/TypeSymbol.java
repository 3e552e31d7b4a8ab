// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

/** What the name of a type stands for. */
public sealed interface TypeSymbol {
    /** The qualified name. */
    String name();

    /** A type that the driver sources declare. */
    record Source(SourceType type) implements TypeSymbol {
        @Override
        public String name() {
            return type.name();
        }
    }

    /** A type of the dsl. */
    record Dsl(DslType type) implements TypeSymbol {
        @Override
        public String name() {
            return type.name();
        }
    }

    /** A type of java.lang, known by its simple name only: {@code Override}, {@code AutoCloseable}. */
    record JavaLang(String name) implements TypeSymbol {}
}
