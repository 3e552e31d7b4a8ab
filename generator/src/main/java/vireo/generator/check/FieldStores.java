// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** All stores to fields and to the elements of arrays in fields, in the whole program. */
final class FieldStores {

    /** One store: the value, and whether the constructor of the field's own class makes it, of the object that it is about to make. */
    record Store(Expr value, boolean first) {}

    private final Map<FieldDecl, List<Store>> stores = new HashMap<>();
    private final Map<FieldDecl, List<Store>> elements = new HashMap<>();
    private final Set<FieldDecl> handedOn = new HashSet<>();

    FieldStores(CallGraph calls) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> statement(statement, method)));
        }
    }

    private void statement(Stmt statement, MethodDecl method) {
        if (statement instanceof Stmt.SetField store) {
            boolean first = method.kind() == MethodDecl.Kind.CONSTRUCTOR && store.object() instanceof Expr.This;
            stores.computeIfAbsent(store.field(), f -> new ArrayList<>()).add(new Store(store.value(), first));
        } else if (statement instanceof Stmt.Embed embed) {
            handedOn.add(embed.field());
        }
        if (statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field array) {
            elements.computeIfAbsent(array.field(), f -> new ArrayList<>()).add(new Store(store.value(), false));
            List.of(array.object(), store.index(), store.value()).forEach(this::expression);
        } else {
            Statements.expressions(statement).forEach(this::expression);
        }
    }

    /** An array that is anything but indexed or measured may be filled by whoever has it then. */
    private void expression(Expr e) {
        if (e instanceof Expr.Field field) {
            handedOn.add(field.field());
            expression(field.object());
        } else if (e instanceof Expr.Element element && element.array() instanceof Expr.Field array) {
            expression(array.object());
            expression(element.index());
        } else if (e instanceof Expr.Length length && length.array() instanceof Expr.Field array) {
            expression(array.object());
        } else {
            Expressions.operands(e).forEach(this::expression);
        }
    }

    /** The stores to the field, those where it is declared among them. */
    List<Store> of(FieldDecl field) {
        return stores.getOrDefault(field, List.of());
    }

    /** The stores to elements of the array that the field holds. */
    List<Store> elements(FieldDecl field) {
        return elements.getOrDefault(field, List.of());
    }

    /** Whether an array in the field may be filled by others than those stores. */
    boolean isHandedOn(FieldDecl field) {
        return handedOn.contains(field);
    }
}
