// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.IrText;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Expression.BinaryOperator;

/**
 * Lowers operators whose right side may not run at all: {@code && || ?:}. With pure operands they stay operators; an effect on a
 * right side becomes a branch.
 */
final class Conditions {
    private final Code code;
    private final MethodParts parts;

    Conditions(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** Any binary operator. */
    Expr binary(Expression.Binary e) {
        if (e.operator() == BinaryOperator.AND || e.operator() == BinaryOperator.OR) {
            return shortCircuit(e);
        }
        List<Expr> operands = code.ordered(List.of(() -> parts.expressions().lower(e.left()), () -> parts.expressions()
                .lower(e.right())));
        return parts.operators().binary(e.operator(), operands.get(0), operands.get(1), e.span());
    }

    private Expr shortCircuit(Expression.Binary e) {
        Expr left = parts.expressions().lower(e.left());
        Expr[] right = new Expr[1];
        List<Stmt> effects = code.block(() -> right[0] = parts.expressions().lower(e.right()));
        Expr combined = parts.operators().binary(e.operator(), left, right[0], e.span());
        if (effects.isEmpty() || combined.type() instanceof Type.Erroneous) {
            return combined;
        }
        boolean and = e.operator() == BinaryOperator.AND;
        Local local = code.temporary("holds", Operators.BOOL, e.span());
        code.add(new Stmt.Declare(
                local,
                Optional.of(new Expr.BoolConst(!and, Operators.BOOL, e.left().span())),
                e.left().span()));
        List<Stmt> body = new ArrayList<>(effects);
        body.add(new Stmt.Assign(local, right[0], e.right().span()));
        Expr taken = and ? left : Operators.not(left, left.span());
        code.add(new Stmt.If(taken, List.copyOf(body), List.of(), e.span()));
        return new Expr.Get(local, Operators.BOOL, e.span());
    }

    /** {@code condition ? then : otherwise}. */
    Expr choice(Expression.Conditional e, Optional<Destination> to) {
        Expr condition = parts.expressions().condition(e.condition());
        Expr[] values = new Expr[2];
        List<Stmt> thenEffects =
                code.block(() -> values[0] = parts.expressions().lower(e.then()));
        List<Stmt> otherEffects =
                code.block(() -> values[1] = parts.expressions().lower(e.otherwise()));
        Type type = common(values[0], values[1], e.span());
        if (condition.type() instanceof Type.Erroneous || type instanceof Type.Erroneous) {
            return new Expr.Erroneous(e.span());
        }
        Expr yes = parts.coercion().to(type, values[0], "the value");
        Expr no = parts.coercion().to(type, values[1], "the value");
        if (thenEffects.isEmpty() && otherEffects.isEmpty()) {
            return new Expr.Conditional(condition, yes, no, type, e.span());
        }
        Local local = destination(to, type, e.span());
        List<Stmt> then = new ArrayList<>(thenEffects);
        then.add(new Stmt.Assign(local, yes, e.then().span()));
        List<Stmt> otherwise = new ArrayList<>(otherEffects);
        otherwise.add(new Stmt.Assign(local, no, e.otherwise().span()));
        code.add(new Stmt.If(condition, List.copyOf(then), List.copyOf(otherwise), e.span()));
        return new Expr.Get(local, local.type(), e.span());
    }

    /** Where branches leave their value: the destination, or a new temporary, declared here. */
    Local destination(Optional<Destination> to, Type type, Span span) {
        Optional<Local> wanted = to.flatMap(Destination::local).filter(l -> Coercion.sameForm(type, l.type()));
        if (wanted.isPresent()) {
            if (to.get().declares()) {
                code.add(new Stmt.Declare(wanted.get(), Optional.empty(), span));
            }
            return wanted.get();
        }
        Local local = code.temporary(
                to.map(Destination::hint).filter(h -> !h.isEmpty()).orElse("chosen"), type, span);
        code.add(new Stmt.Declare(local, Optional.empty(), span));
        return local;
    }

    /** The type that holds either value; reports where there is none. */
    Type common(Expr a, Expr b, Span span) {
        Type l = a.type();
        Type r = b.type();
        if (l instanceof Type.Erroneous || r instanceof Type.Erroneous) {
            return new Type.Erroneous();
        }
        if (l instanceof Type.Int x && r instanceof Type.Int y) {
            return number(a, x, b, y);
        }
        if (l instanceof Type.Null && r instanceof Type.Null) {
            code.findings().mismatch(span, "both values are null", "Write `null`.");
            return new Type.Erroneous();
        }
        if (l instanceof Type.Null && Coercion.isReference(r)) {
            return parts.coercion().to(r, a, "the value").type();
        }
        if (r instanceof Type.Null && Coercion.isReference(l)) {
            return parts.coercion().to(l, b, "the value").type();
        }
        if (l instanceof Type.Array || r instanceof Type.Array) {
            code.findings()
                    .outside(span, "a choice between arrays", "Choose with `if`, and use each array in its branch.");
            return new Type.Erroneous();
        }
        // Whichever value is chosen: the choice may be null where either may be.
        if (parts.coercion().fits(l, r)) {
            return chosen(r, l);
        }
        if (parts.coercion().fits(r, l)) {
            return chosen(l, r);
        }
        code.findings()
                .mismatch(
                        span,
                        "the values are of types " + TypeText.of(l) + " and " + TypeText.of(r)
                                + ", which have nothing in common",
                        "Give both the same type.");
        return new Type.Erroneous();
    }

    /** A length is known of the choice only where both have it. */
    private static Type chosen(Type type, Type other) {
        boolean sameLength = IrText.of(type).equals(IrText.of(other));
        Type kept = sameLength ? type : Coercion.withoutLength(type);
        return Coercion.isNullable(other) ? Coercion.nullable(kept) : kept;
    }

    private static Type number(Expr a, Type.Int x, Expr b, Type.Int y) {
        boolean isLong = x.java() == Type.Java.LONG || y.java() == Type.Java.LONG;
        boolean unsigned64 = Coercion.isU64(x) || Coercion.isU64(y);
        Type.Java carrier = isLong ? Type.Java.LONG : Type.Java.INT;
        Interval range = unsigned64 ? Interval.U64 : x.range().join(y.range());
        long bits = x.bits() == -1 || y.bits() == -1 ? -1 : x.bits() | y.bits();
        return new Type.Int(carrier, range, bits, qualifiers(a, x, b, y), List.of());
    }

    /** A literal takes the kind of the other value; of two kinds the choice is both, and goes nowhere. */
    private static Set<Type.Qualifier> qualifiers(Expr a, Type.Int x, Expr b, Type.Int y) {
        if (isLiteral(a)) {
            return y.kinds();
        }
        Set<Type.Qualifier> both = new HashSet<>(x.kinds());
        if (!isLiteral(b)) {
            both.addAll(y.kinds());
        }
        return both;
    }

    private static boolean isLiteral(Expr e) {
        return e instanceof Expr.Const;
    }
}
