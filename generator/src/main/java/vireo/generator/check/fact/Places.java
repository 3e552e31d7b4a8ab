// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** The places that the expressions of one method read. A variable that only ever names another place is seen through. */
public final class Places {
    private final Map<Local, Place> names = new HashMap<>();
    private final Map<Local, Expr> named = new HashMap<>();
    private final Map<Local, Expr> defined = new HashMap<>();
    private final Set<Local> assigned = new HashSet<>();

    public Places(MethodDecl method) {
        this(method, statement -> Optional.empty());
    }

    /** @param results what the result of a statement only stands for: that of a call of a getter, the field */
    public Places(MethodDecl method, Function<Stmt, Optional<Expr>> results) {
        Map<Local, Integer> times = new HashMap<>();
        List<Stmt> stores = new ArrayList<>();
        method.body().ifPresent(body -> Statements.walk(body, statement -> Statements.assigned(statement).ifPresent(local -> {
            times.merge(local, 1, Integer::sum);
            stores.add(statement);
        })));
        assigned.addAll(times.keySet());
        for (Stmt store : stores) {
            Local local = Statements.assigned(store).orElseThrow();
            Expr value = store instanceof Stmt.Declare declare ? declare.value().orElse(null)
                    : store instanceof Stmt.Assign assign ? assign.value() : results.apply(store).orElse(null);
            if (value != null && times.get(local) == 1) {
                defined.put(local, value);
            }
            if (value != null && times.get(local) == 1 && isStable(value, times)) {
                names.put(local, of(value));
                named.put(local, seen(value));
            }
        }
    }

    /** The expression that a variable only stands for; any other expression as it is. */
    public Expr seen(Expr e) {
        return e instanceof Expr.Get get ? named.getOrDefault(get.local(), e) : e;
    }

    /** Whether the variable only ever names another place. */
    public boolean isName(Local local) {
        return names.containsKey(local);
    }

    /** What a variable that is assigned once is assigned; what that reads may have changed since. */
    public Optional<Expr> defined(Local local) {
        return Optional.ofNullable(defined.get(local));
    }

    /** A chain of final fields from this object, a parameter, or a variable that is assigned once. */
    private static boolean isStable(Expr e, Map<Local, Integer> times) {
        if (e instanceof Expr.Field field) {
            return field.field().isFinal() && isStable(field.object(), times);
        }
        if (e instanceof Expr.DmaField part) {
            return isStable(part.structure(), times);
        }
        if (e instanceof Expr.Convert convert && keepsValue(convert.kind())) {
            return isStable(convert.operand(), times);
        }
        return e instanceof Expr.This || e instanceof Expr.Get get && times.getOrDefault(get.local(), 0)
                <= (isParameter(get.local()) ? 0 : 1);
    }

    static boolean isParameter(Local local) {
        return local.kind() == Local.Kind.PARAMETER || local.kind() == Local.Kind.MOVED_PARAMETER;
    }

    private static boolean keepsValue(Expr.Conversion kind) {
        return kind == Expr.Conversion.WIDEN || kind == Expr.Conversion.NARROW || kind == Expr.Conversion.UPCAST
                || kind == Expr.Conversion.REINTERPRET;
    }

    /** Whether the method itself assigns the local, so that a parameter no longer is what the caller passed. */
    public boolean isAssigned(Local local) {
        return assigned.contains(local);
    }

    /** The place that an expression reads. */
    public Place of(Expr e) {
        if (e instanceof Expr.Get get) {
            return names.getOrDefault(get.local(), Place.of(get.local()));
        }
        if (e instanceof Expr.This) {
            return Place.self();
        }
        if (e instanceof Expr.Field field) {
            return Place.of(of(field.object()), field.field());
        }
        if (e instanceof Expr.Convert convert && keepsValue(convert.kind())) {
            return of(convert.operand());
        }
        if (e instanceof Expr.Const constant) {
            return Place.constant(constant.value());
        }
        if (e instanceof Expr.NamedConst constant) {
            return Place.constant(constant.value());
        }
        List<Place> parts = new ArrayList<>();
        Expressions.operands(e).forEach(operand -> parts.add(of(operand)));
        return Place.of(label(e), parts);
    }

    private static String label(Expr e) {
        if (e instanceof Expr.Binary binary) {
            return binary.op() + " " + binary.overflow();
        }
        if (e instanceof Expr.Unary unary) {
            return unary.op().name();
        }
        if (e instanceof Expr.DmaField part) {
            return part.field().owner() + "." + part.field().name();
        }
        if (e instanceof Expr.RegisterRef ref) {
            return ref.register().owner() + "." + ref.register().name();
        }
        if (e instanceof Expr.EnumConst constant) {
            return "#" + constant.name();
        }
        if (e instanceof Expr.BoolConst constant) {
            return "#" + constant.value();
        }
        if (e instanceof Expr.ErrnoConst constant) {
            return "#" + constant.name();
        }
        if (e instanceof Expr.Convert convert) {
            return convert.kind() + " " + (convert.type() instanceof vireo.generator.ir.Type.Int type ? type.range() : "");
        }
        if (e instanceof Expr.ForeignPure pure) {
            return pure.function().cName();
        }
        if (e instanceof Expr.ErrnoOf errno) {
            return "errno " + errno.exception().id();
        }
        return e.getClass().getSimpleName();
    }
}
