// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.Optional;
import vireo.generator.syntax.ast.Expression;

/** Reads {@code a.b.C} back from an expression: syntax cannot tell the name of a type from a chain of fields. */
public final class DottedName {
    private DottedName() {}

    /** The name, where the expression is nothing but names and dots. */
    public static Optional<String> of(Expression e) {
        if (e instanceof Expression.Name name) {
            return Optional.of(name.identifier());
        }
        return e instanceof Expression.FieldAccess access
                ? of(access.target()).map(t -> t + "." + access.name())
                : Optional.empty();
    }
}
