// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;
import java.util.Optional;

/** What stands at the top level of a C file. */
public sealed interface CDecl {

    /** A comment of lines that are laid out already, {@code /**} where it is kernel-doc. */
    record Doc(List<String> lines, boolean kernelDoc) implements CDecl {}

    /** {@code #define name value}. */
    record Define(String name, CExpr value, Optional<String> comment, Optional<String> remark) implements CDecl {
        public Define(String name, CExpr value, Optional<String> comment) {
            this(name, value, comment, Optional.empty());
        }
    }

    record Enum(Optional<Doc> doc, String tag, List<Enumerator> constants) implements CDecl {}

    record Enumerator(String name, Optional<String> comment) {}

    record Struct(Optional<Doc> doc, String tag, List<Field> fields) implements CDecl {}

    /** @param suffix what stands behind the name: {@code [16]}, {@code []}; empty for most */
    record Field(CType type, String name, String suffix) {}

    /** A struct field that points to a function. */
    record FunctionPointer(CType result, String name, List<CVariable> parameters) {}

    /** A struct of function pointers. */
    record Operations(Optional<Doc> doc, String tag, List<FunctionPointer> functions) implements CDecl {}

    /** An instance of such a struct: {@code static const struct x_ops y_x_ops = {...};}. */
    record OperationsTable(String tag, String name, List<CExpr.Initializer> functions) implements CDecl {}

    record StaticAssert(CExpr condition, String message) implements CDecl {}

    record ForwardStruct(String tag) implements CDecl {}

    /**
     * A function or, without a body, its prototype.
     *
     * @param modifiers before the result type: {@code static}, {@code static inline}
     * @param mustCheck the result may not be ignored
     */
    record Function(Optional<Doc> doc, List<String> modifiers, CType result, boolean mustCheck, String name,
            List<CVariable> parameters, Optional<List<CStmt>> body) implements CDecl {}
}
