// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.resolve.Findings;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression.BinaryOperator;
import vireo.generator.syntax.ast.Expression.UnaryOperator;

/** Types the operators by Java's rules: numeric promotion, no mixing of booleans, numbers and references. */
final class Operators {
    static final Type BOOL = new Type.Bool();

    private final Findings findings;

    Operators(Findings findings) {
        this.findings = findings;
    }

    Expr unary(UnaryOperator operator, Expr operand, Span span) {
        if (operand.type() instanceof Type.Erroneous) {
            return operand;
        }
        if (operator == UnaryOperator.NOT) {
            return operand.type() instanceof Type.Bool
                    ? not(operand, span)
                    : mismatch(
                            span, "`!` does not apply to " + TypeText.of(operand.type()), "Compare it with a value.");
        }
        if (!(operand.type() instanceof Type.Int)) {
            return mismatch(
                    span,
                    "`" + operator.symbol() + "` does not apply to " + TypeText.of(operand.type()),
                    "Use a number.");
        }
        Expr promoted = Coercion.widen(operand, Type.Java.INT);
        Type.Int type = (Type.Int) promoted.type();
        return switch (operator) {
            case PLUS -> promoted;
            case NEGATE -> new Expr.Unary(Expr.UnaryOp.NEGATE, promoted, full(type, false), span);
            default -> new Expr.Unary(Expr.UnaryOp.COMPLEMENT, promoted, complement(type), span);
        };
    }

    private static Type complement(Type.Int type) {
        Type.Int full = full(type, Coercion.isU64(type));
        return type.qualifiers().contains(Type.Qualifier.BIT_MASK)
                ? new Type.Int(full.java(), full.range(), -1, Set.of(Type.Qualifier.BIT_MASK), full.bounds())
                : full;
    }

    /** Negation of a condition: a comparison is turned round, a double negation vanishes. */
    static Expr not(Expr condition, Span span) {
        if (condition instanceof Expr.Unary u && u.op() == Expr.UnaryOp.NOT) {
            return u.operand();
        }
        return new Expr.Unary(Expr.UnaryOp.NOT, condition, BOOL, span);
    }

    Expr binary(BinaryOperator operator, Expr left, Expr right, Span span) {
        if (left.type() instanceof Type.Erroneous || right.type() instanceof Type.Erroneous) {
            return new Expr.Erroneous(span);
        }
        boolean numbers = left.type() instanceof Type.Int && right.type() instanceof Type.Int;
        boolean booleans = left.type() instanceof Type.Bool && right.type() instanceof Type.Bool;
        return switch (operator) {
            case AND, OR -> booleans
                    ? new Expr.Binary(
                            operator == BinaryOperator.AND ? Expr.BinaryOp.AND : Expr.BinaryOp.OR,
                            Expr.Overflow.EXACT,
                            left,
                            right,
                            BOOL,
                            span)
                    : wrongOperands(operator, left, right, span);
            case EQUAL, NOT_EQUAL -> equality(operator, left, right, span);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> numbers
                    ? promoted(op(operator), left, right, BOOL, span)
                    : wrongOperands(operator, left, right, span);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> numbers
                    ? shift(operator, left, right, span)
                    : wrongOperands(operator, left, right, span);
            case BIT_AND, BIT_OR, BIT_XOR -> booleans
                    ? new Expr.Binary(op(operator), Expr.Overflow.EXACT, left, right, BOOL, span)
                    : numbers ? arithmetic(operator, left, right, span) : wrongOperands(operator, left, right, span);
            default -> numbers ? arithmetic(operator, left, right, span) : wrongOperands(operator, left, right, span);
        };
    }

    private Expr arithmetic(BinaryOperator operator, Expr left, Expr right, Span span) {
        Type.Int l = (Type.Int) left.type();
        Type.Int r = (Type.Int) right.type();
        Type.Java carrier = l.java() == Type.Java.LONG || r.java() == Type.Java.LONG ? Type.Java.LONG : Type.Java.INT;
        Interval range = Coercion.isU64(l) || Coercion.isU64(r) ? Interval.U64 : carrier.range();
        Type.Int result = QualifierRules.arithmetic(operator, left, right, Type.Int.of(carrier, range));
        return promoted(op(operator), left, right, result, span);
    }

    private Expr shift(BinaryOperator operator, Expr left, Expr right, Span span) {
        Expr value = Coercion.widen(left, Type.Java.INT);
        Type.Int type = (Type.Int) value.type();
        Type.Int result = QualifierRules.shift(operator, left, right, full(type, Coercion.isU64(type)));
        return new Expr.Binary(
                op(operator), Expr.Overflow.EXACT, value, Coercion.widen(right, Type.Java.INT), result, span);
    }

    private Expr equality(BinaryOperator operator, Expr left, Expr right, Span span) {
        Type l = left.type();
        Type r = right.type();
        if (l instanceof Type.Int && r instanceof Type.Int) {
            return promoted(op(operator), left, right, BOOL, span);
        }
        boolean nulls =
                l instanceof Type.Null && Coercion.isReference(r) || r instanceof Type.Null && Coercion.isReference(l);
        boolean comparable = l instanceof Type.Bool && r instanceof Type.Bool
                || l instanceof Type.Errno && r instanceof Type.Errno
                || l instanceof Type.Enum && Coercion.sameForm(l, r)
                || Coercion.isReference(l) && Coercion.sameForm(l, r);
        if (!nulls && !comparable) {
            return wrongOperands(operator, left, right, span);
        }
        Expr a = l instanceof Type.Null ? new Expr.NullConst(r, left.span()) : left;
        Expr b = r instanceof Type.Null ? new Expr.NullConst(l, right.span()) : right;
        return new Expr.Binary(op(operator), Expr.Overflow.EXACT, a, b, BOOL, span);
    }

    private static Expr promoted(Expr.BinaryOp op, Expr left, Expr right, Type result, Span span) {
        boolean isLong =
                ((Type.Int) left.type()).java() == Type.Java.LONG || ((Type.Int) right.type()).java() == Type.Java.LONG;
        Type.Java carrier = isLong ? Type.Java.LONG : Type.Java.INT;
        return new Expr.Binary(
                op, Expr.Overflow.EXACT, Coercion.widen(left, carrier), Coercion.widen(right, carrier), result, span);
    }

    private static Type.Int full(Type.Int type, boolean unsigned64) {
        return Type.Int.of(type.java(), unsigned64 ? Interval.U64 : type.java().range());
    }

    private Expr wrongOperands(BinaryOperator operator, Expr left, Expr right, Span span) {
        return mismatch(
                span,
                "`" + operator.symbol() + "` does not apply to " + TypeText.of(left.type()) + " and "
                        + TypeText.of(right.type()),
                "Give operands of types that go together.");
    }

    private Expr mismatch(Span span, String what, String fix) {
        findings.mismatch(span, what, fix);
        return new Expr.Erroneous(span);
    }

    static Expr.BinaryOp op(BinaryOperator operator) {
        return switch (operator) {
            case MULTIPLY -> Expr.BinaryOp.MUL;
            case DIVIDE -> Expr.BinaryOp.DIV;
            case REMAINDER -> Expr.BinaryOp.REM;
            case ADD -> Expr.BinaryOp.ADD;
            case SUBTRACT -> Expr.BinaryOp.SUB;
            case SHIFT_LEFT -> Expr.BinaryOp.SHIFT_LEFT;
            case SHIFT_RIGHT -> Expr.BinaryOp.SHIFT_RIGHT;
            case SHIFT_RIGHT_LOGICAL -> Expr.BinaryOp.SHIFT_RIGHT_LOGICAL;
            case LESS -> Expr.BinaryOp.LT;
            case LESS_OR_EQUAL -> Expr.BinaryOp.LE;
            case GREATER -> Expr.BinaryOp.GT;
            case GREATER_OR_EQUAL -> Expr.BinaryOp.GE;
            case EQUAL -> Expr.BinaryOp.EQ;
            case NOT_EQUAL -> Expr.BinaryOp.NE;
            case BIT_AND -> Expr.BinaryOp.BIT_AND;
            case BIT_XOR -> Expr.BinaryOp.BIT_XOR;
            case BIT_OR -> Expr.BinaryOp.BIT_OR;
            case AND -> Expr.BinaryOp.AND;
            case OR -> Expr.BinaryOp.OR;
        };
    }

    /** A number as a literal of its own. */
    static Expr.Const constant(long value, Type.Java carrier, Span span) {
        BigInteger exact = BigInteger.valueOf(value);
        return new Expr.Const(exact, Type.Int.of(carrier, Interval.of(exact)), span);
    }
}
