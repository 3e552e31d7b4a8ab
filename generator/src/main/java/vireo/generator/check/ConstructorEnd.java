// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/**
 * The end of a class's constructor.
 *
 * @param assigned the fields that its own statements store, those inside of others left out
 */
record ConstructorEnd(TypeDecl.ClassDecl owner, Set<FieldDecl> assigned) {

    /** Empty where the point is in another method, or in a record's. */
    static Optional<ConstructorEnd> at(Point point) {
        MethodDecl method = point.method();
        if (method.kind() != MethodDecl.Kind.CONSTRUCTOR
                || !(point.program().type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl owner)) {
            return Optional.empty();
        }
        Set<FieldDecl> assigned = new HashSet<>();
        for (Stmt statement : method.body().orElseThrow()) {
            if (statement instanceof Stmt.SetField store && store.object() instanceof Expr.This) {
                assigned.add(store.field());
            } else if (statement instanceof Stmt.Embed embed) {
                assigned.add(embed.field());
            }
        }
        return Optional.of(new ConstructorEnd(owner, assigned));
    }
}
