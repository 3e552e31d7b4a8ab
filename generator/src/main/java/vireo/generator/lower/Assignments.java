// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers assignments: plain, compound with Java's hidden cast, and steps. */
final class Assignments {
    private final Code code;
    private final MethodParts parts;

    Assignments(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** An assignment whose value nobody uses. */
    void statement(Expression e) {
        if (e instanceof Expression.Assign assign) {
            plain(assign);
        } else {
            update(e);
        }
    }

    /** An assignment inside an expression: assigns, then stands for the value. */
    Expr value(Expression e) {
        if (e instanceof Expression.Assign assign) {
            return plain(assign);
        }
        if (e instanceof Expression.Step step && !step.prefix()) {
            Expr old = parts.expressions().lower(step.target());
            if (old.type() instanceof Type.Erroneous) {
                return old;
            }
            Expr kept = code.keep(Hints.of(old), old);
            update(e);
            return kept;
        }
        return update(e);
    }

    private Expr plain(Expression.Assign e) {
        if (parts.creation().embeds(e)) {
            return parts.creation().embed(e);
        }
        if (e.target() instanceof Expression.Name name) {
            Optional<Local> local = code.scope().find(name.identifier());
            if (local.isPresent()) {
                return toLocal(local.get(), e);
            }
        }
        PlacedValue placed = code.placed(
                () -> target(e.target()), false, () -> parts.expressions().lower(e.value(), hint(e.target())));
        store(placed.place(), placed.value(), e.span());
        return placed.place();
    }

    /** A temporary for a field's value is named like the field. */
    private static Optional<Destination> hint(Expression place) {
        if (place instanceof Expression.Name name) {
            return Optional.of(Destination.named(name.identifier()));
        }
        return place instanceof Expression.FieldAccess access
                ? Optional.of(Destination.named(access.name()))
                : Optional.empty();
    }

    private Expr toLocal(Local local, Expression.Assign e) {
        refuseFinal(local, e.span());
        if (local.type() instanceof Type.Array) {
            code.findings()
                    .outside(e.span(), "an array variable that is assigned again", "Use a variable for each array.");
            return new Expr.Erroneous(e.span());
        }
        Expr value = parts.expressions().lower(e.value(), Optional.of(Destination.assigning(local)));
        Expr read = new Expr.Get(local, local.type(), e.target().span());
        if (!(value instanceof Expr.Get get && get.local().equals(local))) {
            store(read, value, e.span());
        }
        return read;
    }

    private void refuseFinal(Local local, Span at) {
        if (code.isFinal(local)) {
            code.findings()
                    .mismatch(at, "`" + local.name() + "` is final and has its value already", "Use another variable, or drop 'final'.");
        }
    }

    /** {@code op=}, {@code ++} and {@code --}: reads, computes, and stores with the cast that Java hides. */
    private Expr update(Expression e) {
        Expression place;
        Expression.BinaryOperator operator;
        Supplier<Expr> operand;
        if (e instanceof Expression.CompoundAssign compound) {
            place = compound.target();
            operator = compound.operator();
            operand = () -> parts.expressions().lower(compound.value());
        } else {
            Expression.Step step = (Expression.Step) e;
            place = step.target();
            operator = step.increment() ? Expression.BinaryOperator.ADD : Expression.BinaryOperator.SUBTRACT;
            operand = () -> Operators.constant(1, Type.Java.INT, step.span());
        }
        if (place instanceof Expression.Name name) {
            code.scope().find(name.identifier()).ifPresent(local -> refuseFinal(local, e.span()));
        }
        PlacedValue placed = code.placed(() -> target(place), true, operand);
        Expr result = parts.operators().binary(operator, placed.old(), placed.value(), e.span());
        if (result.type() instanceof Type.Erroneous) {
            return result;
        }
        store(placed.place(), hiddenCast(result, placed.place().type()), e.span());
        return placed.place();
    }

    private static Expr hiddenCast(Expr value, Type target) {
        if (value.type() instanceof Type.Int from
                && target instanceof Type.Int to
                && from.java().bits() > to.java().bits()) {
            Type.Int narrowed = new Type.Int(to.java(), to.java().range(), from.bits(), from.qualifiers(), List.of());
            return new Expr.Convert(Expr.Conversion.NARROW, value, narrowed, value.span());
        }
        return value;
    }

    /** The place as an expression that reads it; what cannot be assigned is reported. */
    private Expr target(Expression e) {
        boolean isPlace = e instanceof Expression.Name
                || e instanceof Expression.FieldAccess
                || e instanceof Expression.ArrayAccess;
        Expr read = isPlace ? parts.expressions().lower(e) : new Expr.Erroneous(e.span());
        if (!isPlace
                || read instanceof Expr.NamedConst
                || read instanceof Expr.EnumConst
                || read instanceof Expr.Length
                || read instanceof Expr.ErrnoConst) {
            code.findings()
                    .mismatch(
                            e.span(),
                            "this cannot be assigned",
                            "Assign to a variable, a field, or an element of an array.");
            return new Expr.Erroneous(e.span());
        }
        if (read instanceof Expr.Field field && !assignable(field)) {
            code.findings()
                    .mismatch(
                            e.span(),
                            "field `" + field.field().name() + "` is final",
                            "Assign it in the constructor only, or declare it without `final`.");
            return new Expr.Erroneous(e.span());
        }
        return read;
    }

    private boolean assignable(Expr.Field field) {
        boolean constructing =
                code.method().kind() == MethodDecl.Kind.CONSTRUCTOR && field.object() instanceof Expr.This;
        return !field.field().isFinal() || constructing;
    }

    /** Stores a value, brought to the type of its place. */
    void store(Expr place, Expr value, Span span) {
        if (place.type() instanceof Type.Erroneous || value.type() instanceof Type.Erroneous) {
            return;
        }
        if (place.type() instanceof Type.Array && !(place instanceof Expr.Get)) {
            code.findings()
                    .outside(
                            span,
                            "an array assigned to another",
                            "Copy the elements, or create the array where the field is declared.");
            return;
        }
        Expr fitted = parts.coercion().to(place.type(), value, "the value");
        if (fitted.type() instanceof Type.Erroneous) {
            return;
        }
        if (place instanceof Expr.Get get) {
            code.add(new Stmt.Assign(get.local(), fitted, span));
        } else if (place instanceof Expr.Field field) {
            code.add(new Stmt.SetField(field.object(), field.field(), fitted, span));
        } else if (place instanceof Expr.Element element) {
            code.add(new Stmt.SetElement(element.array(), element.index(), fitted, span));
        } else {
            code.findings()
                    .mismatch(
                            span,
                            TypeText.of(place.type()) + " cannot be assigned",
                            "Assign to a variable, a field, or an element of an array.");
        }
    }
}
