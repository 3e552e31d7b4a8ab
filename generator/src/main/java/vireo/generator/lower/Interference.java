// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/**
 * Tells whether statements may change what a pure expression reads. Java evaluates operands from left to right, so an operand whose
 * value a later operand's effects may change has to be kept in a temporary.
 */
final class Interference {
    private final Set<Local> locals = new HashSet<>();
    private final Set<FieldDecl> fields = new HashSet<>();
    private boolean allFields;
    private boolean elements;

    private Interference(List<Stmt> effects) {
        effects.forEach(this::collect);
    }

    /** Whether the value of the expression may be another one after the statements. */
    static boolean between(Expr operand, List<Stmt> effects) {
        return !effects.isEmpty() && new Interference(effects).changes(operand);
    }

    private void collect(Stmt s) {
        if (s instanceof Stmt.Assign a) {
            locals.add(a.local());
        } else if (s instanceof Stmt.SetField f) {
            fields.add(f.field());
        } else if (s instanceof Stmt.SetElement) {
            elements = true;
        } else if (s instanceof Stmt.CopyBytes) {
            elements = true;
        } else if (s instanceof Stmt.Call || s instanceof Stmt.New || s instanceof Stmt.Embed) {
            allFields = true;
            elements = true;
        }
        s.effectResult().ifPresent(locals::add);
        s.inside().forEach(list -> list.forEach(this::collect));
    }

    private boolean changes(Expr e) {
        if (e instanceof Expr.Get get) {
            return locals.contains(get.local());
        }
        if (e instanceof Expr.Field f
                && (fields.contains(f.field()) || allFields && !f.field().isFinal())) {
            return true;
        }
        if (e instanceof Expr.Element && elements) {
            return true;
        }
        return Operands.of(e).stream().anyMatch(this::changes);
    }
}
