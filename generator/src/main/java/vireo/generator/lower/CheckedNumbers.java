// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.List;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Expr.Overflow;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslClasses;
import vireo.generator.source.Span;

/** Lowers checked arithmetic: the test that the author asked for becomes a branch that throws EOVERFLOW. */
final class CheckedNumbers {
    private final Code code;

    CheckedNumbers(Code code) {
        this.code = code;
    }

    /** {@code u32.checkedAdd} and its kin. */
    Expr lower(String name, Type.Int result, List<Expr> operands, Span at) {
        Expr a = keep(operands.get(0), "left");
        Expr b = keep(operands.get(1), "right");
        boolean wide = name.startsWith("u64");
        if (name.endsWith("Sub")) {
            BinaryOp less = wide ? BinaryOp.LT_U64 : BinaryOp.LT;
            refuse(new Expr.Binary(less, Overflow.EXACT, a, b, Operators.BOOL, at), "EOVERFLOW", at);
            return new Expr.Binary(BinaryOp.SUB, wide ? Overflow.WRAP_64 : Overflow.EXACT, a, b, result, at);
        }
        if (wide) {
            return name.endsWith("Add") ? sum64(a, b, result, at) : product64(a, b, result, at);
        }
        boolean product = name.endsWith("Mul");
        // The product of two 32-bit numbers leaves a signed long; all other results have room in it.
        boolean unsigned = product && name.startsWith("u32");
        Type.Int exact = Type.Int.of(Type.Java.LONG, unsigned ? Interval.U64 : Interval.LONG);
        Expr computed = new Expr.Binary(
                product ? BinaryOp.MUL : BinaryOp.ADD,
                unsigned ? Overflow.WRAP_64 : Overflow.EXACT,
                Coercion.widen(a, Type.Java.LONG),
                Coercion.widen(b, Type.Java.LONG),
                exact,
                at);
        Expr kept = code.keep(product ? "product" : "sum", computed);
        Expr most = Coercion.widen(max(name, result, at), Type.Java.LONG);
        Expr above = unsigned
                ? new Expr.Binary(BinaryOp.LT_U64, Overflow.EXACT, most, kept, Operators.BOOL, at)
                : new Expr.Binary(BinaryOp.GT, Overflow.EXACT, kept, most, Operators.BOOL, at);
        refuse(above, "EOVERFLOW", at);
        return new Expr.Convert(Expr.Conversion.TRUNCATE, kept, result, at);
    }

    /** {@code Uint32.MAX}, by its name. */
    private static Expr max(String name, Type.Int result, Span at) {
        String owner = DslClasses.PACKAGE + ".Uint" + name.substring(1, name.indexOf('.'));
        return new Expr.NamedConst(owner, "MAX", result.range().max(), result, at);
    }

    private Expr sum64(Expr a, Expr b, Type.Int result, Span at) {
        Expr sum = code.keep("sum", new Expr.Binary(BinaryOp.ADD, Overflow.WRAP_64, a, b, result, at));
        refuse(new Expr.Binary(BinaryOp.LT_U64, Overflow.EXACT, sum, a, Operators.BOOL, at), "EOVERFLOW", at);
        return sum;
    }

    private Expr product64(Expr a, Expr b, Type.Int result, Span at) {
        Expr zero = new Expr.Const(BigInteger.ZERO, Type.Int.of(Type.Java.LONG, Interval.of(BigInteger.ZERO)), at);
        Expr most =
                new Expr.Const(Interval.U64.max(), Type.Int.of(Type.Java.LONG, Interval.of(Interval.U64.max())), at);
        Expr nonZero = new Expr.Binary(BinaryOp.NE, Overflow.EXACT, b, zero, Operators.BOOL, at);
        Expr quotient = new Expr.Binary(BinaryOp.DIV_U64, Overflow.EXACT, most, b, result, at);
        Expr above = new Expr.Binary(BinaryOp.LT_U64, Overflow.EXACT, quotient, a, Operators.BOOL, at);
        refuse(new Expr.Binary(BinaryOp.AND, Overflow.EXACT, nonZero, above, Operators.BOOL, at), "EOVERFLOW", at);
        return new Expr.Binary(BinaryOp.MUL, Overflow.WRAP_64, a, b, result, at);
    }

    /** The value as something that may be read twice. */
    Expr keep(Expr value, String hint) {
        return value instanceof Expr.Const || value instanceof Expr.NamedConst || value instanceof Expr.Get
                ? value
                : code.keep(hint, value);
    }

    /** Throws where the condition holds. */
    void refuse(Expr condition, String errno, Span at) {
        Stmt thrown = new Stmt.Throw(new Expr.ErrnoConst(errno, new Type.Errno(), at), at);
        code.add(new Stmt.If(condition, List.of(thrown), List.of(), at));
    }
}
