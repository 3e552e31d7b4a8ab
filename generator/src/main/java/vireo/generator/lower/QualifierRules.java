// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.EnumSet;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;
import vireo.generator.syntax.ast.Expression.BinaryOperator;

/** What kind of number an operation on qualified numbers gives. Whether the operation is allowed is for the checks to say. */
final class QualifierRules {
    private QualifierRules() {}

    static Type.Int arithmetic(BinaryOperator operator, Expr left, Expr right, Type.Int plain) {
        return switch (operator) {
            case BIT_AND, BIT_OR, BIT_XOR -> bitwise(operator, left, right, plain);
            case ADD, SUBTRACT -> offset(left, right, plain);
            default -> plain;
        };
    }

    static Type.Int shift(BinaryOperator operator, Expr left, Expr right, Type.Int plain) {
        boolean oneBit = operator == BinaryOperator.SHIFT_LEFT && has(right, Type.Qualifier.BIT_NUMBER);
        return oneBit || has(left, Type.Qualifier.BIT_MASK) ? qualified(plain, Type.Qualifier.BIT_MASK, -1) : plain;
    }

    private static Type.Int bitwise(BinaryOperator operator, Expr left, Expr right, Type.Int plain) {
        boolean l = has(left, Type.Qualifier.BIT_MASK);
        boolean r = has(right, Type.Qualifier.BIT_MASK);
        if (!l && !r) {
            return plain;
        }
        long a = bits(left);
        long b = bits(right);
        return qualified(plain, Type.Qualifier.BIT_MASK, operator == BinaryOperator.BIT_AND ? a & b : a | b);
    }

    /** A counter or a bit's number, moved by a plain distance, is still one; the distance of two is plain. */
    private static Type.Int offset(Expr left, Expr right, Type.Int plain) {
        for (Type.Qualifier kind : EnumSet.of(Type.Qualifier.FREE_RUNNING, Type.Qualifier.BIT_NUMBER)) {
            if (has(left, kind) != has(right, kind)) {
                return qualified(plain, kind, -1);
            }
        }
        return plain;
    }

    /** The bits that may be set in a value, as far as its type or constant value says. */
    private static long bits(Expr e) {
        if (e instanceof Expr.Const c) {
            return c.value().longValue();
        }
        if (e instanceof Expr.NamedConst c) {
            return c.value().longValue();
        }
        return e.type() instanceof Type.Int number ? number.bits() : -1;
    }

    static boolean has(Expr e, Type.Qualifier qualifier) {
        return e.type() instanceof Type.Int number && number.qualifiers().contains(qualifier);
    }

    /** The type with one qualifier. */
    static Type.Int qualified(Type.Int plain, Type.Qualifier qualifier, long bits) {
        return new Type.Int(plain.java(), plain.range(), bits, Set.of(qualifier), plain.bounds());
    }
}
