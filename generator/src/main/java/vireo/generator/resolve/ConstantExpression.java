// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/**
 * Gives the expression of a constant that was evaluated already, so that C can show how the author made it: {@code HEADER + 1}. Only
 * sums, products, differences, shifts to the left and bits put together are kept, of literals and constants that are not negative;
 * everything else is its value, because C would not compute it as Java does.
 */
final class ConstantExpression {
    private final World world;
    private final SourceType context;

    ConstantExpression(World world, SourceType context) {
        this.world = world;
        this.context = context;
    }

    /** The expression; empty where it says no more than the value. */
    Optional<Expr> of(Expression e) {
        boolean plain = e instanceof Expression.IntLiteral || e instanceof Expression.BooleanLiteral;
        return plain ? Optional.empty() : tree(e);
    }

    private Optional<Expr> tree(Expression e) {
        if (e instanceof Expression.IntLiteral literal && literal.value().signum() >= 0) {
            Type.Java carrier = literal.isLong() ? Type.Java.LONG : Type.Java.INT;
            return Optional.of(
                    new Expr.Const(literal.value(), Type.Int.of(carrier, Interval.of(literal.value())), e.span()));
        }
        if (e instanceof Expression.CharLiteral literal) {
            BigInteger value = BigInteger.valueOf(literal.value());
            return Optional.of(new Expr.Const(value, Type.Int.of(Type.Java.INT, Interval.of(value)), e.span()));
        }
        if (e instanceof Expression.Call call && PackedText.isOne(call, world.names(context))) {
            return PackedText.value(call, world.findings()).map(value -> PackedText.expression(value, call));
        }
        if (e instanceof Expression.Name name) {
            return named(world.members(context).constant(name.identifier()), e.span());
        }
        if (e instanceof Expression.FieldAccess access) {
            return DottedName.of(access.target())
                    .flatMap(world.names(context)::type)
                    .filter(TypeSymbol.Source.class::isInstance)
                    .flatMap(t ->
                            named(world.members(((TypeSymbol.Source) t).type()).constant(access.name()), e.span()));
        }
        if (e instanceof Expression.Call call
                && call.name().equals("mask")
                && call.arguments().size() == 1) {
            return tree(call.arguments().get(0)).map(n -> shift(one(e.span()), n, e.span()));
        }
        return e instanceof Expression.Binary binary ? binary(binary) : Optional.empty();
    }

    private static Optional<Expr> named(Optional<TypeDecl.ConstantDecl> constant, Span at) {
        return constant.filter(c -> c.type() instanceof Type.Int && c.value().signum() >= 0)
                .map(c -> new Expr.NamedConst(c.owner(), c.name(), c.value(), c.type(), at));
    }

    private Optional<Expr> binary(Expression.Binary e) {
        Optional<Expr.BinaryOp> op =
                switch (e.operator()) {
                    case ADD -> Optional.of(Expr.BinaryOp.ADD);
                    case SUBTRACT -> Optional.of(Expr.BinaryOp.SUB);
                    case MULTIPLY -> Optional.of(Expr.BinaryOp.MUL);
                    case SHIFT_LEFT -> Optional.of(Expr.BinaryOp.SHIFT_LEFT);
                    case BIT_OR -> Optional.of(Expr.BinaryOp.BIT_OR);
                    default -> Optional.empty();
                };
        Optional<Expr> left = tree(e.left());
        Optional<Expr> right = tree(e.right());
        if (op.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (op.get() == Expr.BinaryOp.SHIFT_LEFT) {
            return Optional.of(shift(left.get(), right.get(), e.span()));
        }
        Type.Java carrier = isLong(left.get()) || isLong(right.get()) ? Type.Java.LONG : Type.Java.INT;
        return Optional.of(new Expr.Binary(
                op.get(),
                Expr.Overflow.EXACT,
                widened(left.get(), carrier),
                widened(right.get(), carrier),
                full(carrier),
                e.span()));
    }

    private static Expr one(Span at) {
        return new Expr.Const(BigInteger.ONE, Type.Int.of(Type.Java.LONG, Interval.of(BigInteger.ONE)), at);
    }

    private static Expr shift(Expr left, Expr right, Span at) {
        Expr.Overflow wrap = isLong(left) ? Expr.Overflow.WRAP_64 : Expr.Overflow.WRAP_32;
        return new Expr.Binary(
                Expr.BinaryOp.SHIFT_LEFT, wrap, left, right, full(isLong(left) ? Type.Java.LONG : Type.Java.INT), at);
    }

    private static Expr widened(Expr e, Type.Java carrier) {
        return isLong(e) || carrier == Type.Java.INT
                ? e
                : new Expr.Convert(
                        Expr.Conversion.WIDEN, e, Type.Int.of(carrier, ((Type.Int) e.type()).range()), e.span());
    }

    private static Type.Int full(Type.Java carrier) {
        return Type.Int.of(carrier, carrier.range());
    }

    private static boolean isLong(Expr e) {
        return e.type() instanceof Type.Int number && number.java() == Type.Java.LONG;
    }
}
