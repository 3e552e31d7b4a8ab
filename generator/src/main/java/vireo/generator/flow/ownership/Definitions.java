// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Where the variables of a method get their values, and which of them are no more than another name of a place. */
final class Definitions {
    private final Map<Local, List<Stmt>> definitions = new HashMap<>();
    private final Set<FieldDecl> stored = new HashSet<>();

    Definitions(MethodDecl method) {
        Statements.walk(method.body().orElse(List.of()), s -> {
            Statements.assigned(s).ifPresent(local -> definitions.computeIfAbsent(local, l -> new ArrayList<>()).add(s));
            if (s instanceof Stmt.SetField f) {
                stored.add(f.field());
            }
        });
    }

    List<Stmt> of(Local local) {
        return definitions.getOrDefault(local, List.of());
    }

    /** What the statement makes the variable, where that is no effect. */
    static Optional<Expr> value(Stmt definition) {
        if (definition instanceof Stmt.Declare d) {
            return d.value();
        }
        return definition instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty();
    }

    /** The expression that a variable is another name of; empty for a variable that holds something itself. */
    Optional<Expr> aliasOf(Local local) {
        boolean variable = local.kind() == Local.Kind.VARIABLE || local.kind() == Local.Kind.TEMPORARY;
        List<Stmt> own = of(local);
        if (!variable || own.size() != 1 || isCopied(local.type())) {
            return Optional.empty();
        }
        return value(own.get(0)).filter(this::isSteady);
    }

    /** A number is a copy of what it was read from; all else here is a name for it, and so is a record that may be linear. */
    private static boolean isCopied(Type type) {
        return type instanceof Type.Int || type instanceof Type.Bool || type instanceof Type.Enum || type instanceof Type.Errno;
    }

    /** The place is the same one for the whole life of a name that is given to it. */
    private boolean isSteady(Expr e) {
        if (e instanceof Expr.Get get) {
            boolean parameter = get.local().kind() == Local.Kind.PARAMETER || get.local().kind() == Local.Kind.MOVED_PARAMETER;
            return of(get.local()).size() == (parameter ? 0 : 1);
        }
        if (e instanceof Expr.Field field) {
            return !stored.contains(field.field()) && isSteady(field.object());
        }
        if (e instanceof Expr.Convert convert) {
            return convert.kind() == Expr.Conversion.UPCAST && isSteady(convert.operand());
        }
        return e instanceof Expr.This;
    }

    /** The place that an expression names, seen through aliases; empty where it computes something. */
    Optional<Place> place(Expr e) {
        if (e instanceof Expr.Get get) {
            Optional<Expr> alias = aliasOf(get.local());
            return alias.isPresent() ? place(alias.get()) : Optional.of(Place.of(get.local()));
        }
        if (e instanceof Expr.Field field) {
            return place(field.object()).map(whole -> whole.part(field.field()));
        }
        if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.UPCAST) {
            return place(convert.operand());
        }
        return e instanceof Expr.This ? Optional.of(Place.THIS) : Optional.empty();
    }
}
