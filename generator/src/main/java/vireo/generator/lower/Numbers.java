// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Expr.Overflow;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslMethod;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers the dsl's arithmetic: wrapping, truncating, checked and unsigned operations, bits, byte orders, barriers. */
final class Numbers {
    private static final String U = "u(8|16|32|64)\\.";

    private final Code code;
    private final CheckedNumbers checked;

    Numbers(Code code) {
        this.code = code;
        this.checked = new CheckedNumbers(code);
    }

    Expr lower(DslMethod method, List<Expr> a, Expression.Call e) {
        String name = method.intrinsic().orElse("");
        Span at = e.span();
        if (name.matches(U + "wrapping(Add|Sub|Mul)")) {
            return wrapping(name, method, a, at);
        }
        if (name.matches(U + "truncate")) {
            return truncate(a.get(0), (Type.Int) method.result(), at);
        }
        if (name.matches(U + "checked(Add|Sub|Mul)")) {
            code.mayThrow(at, "`" + e.name() + "`");
            return checked.lower(name, (Type.Int) method.result(), a, at);
        }
        if (name.startsWith("endian.")) {
            refuseOtherOrder(name, a.get(0), at);
            return new Expr.Convert(Expr.Conversion.SWAP, a.get(0), method.result(), at);
        }
        return switch (name) {
            case "u64.lessThan" -> unsigned(BinaryOp.LT_U64, a, Operators.BOOL, at);
            case "u64.atMost" -> unsigned(BinaryOp.LE_U64, a, Operators.BOOL, at);
            case "u64.divide" -> unsigned(BinaryOp.DIV_U64, a, method.result(), at);
            case "u64.remainder" -> unsigned(BinaryOp.REM_U64, a, method.result(), at);
            case "u64.fromHalves" -> fromHalves(a, method, at);
            case "u64.high32" -> high(a.get(0), method, at);
            case "u64.low32" -> truncate(a.get(0), (Type.Int) method.result(), at);
            case "u64.toLong" -> toLong(a.get(0), e, at);
            case "bit.mask" -> mask(a.get(0), at);
            case "bit.isSet" -> isSet(a, at);
            case "fence.full" -> effect(new Stmt.Fence(at), method);
            case "leak.forGood" -> effect(new Stmt.Leak(a.get(0), at), method);
            default -> {
                code.findings()
                        .outside(at, "`" + e.name() + "` of " + method.owner(), "Use another function of the dsl.");
                yield new Expr.Erroneous(at);
            }
        };
    }

    private void refuseOtherOrder(String name, Expr value, Span at) {
        boolean little = name.startsWith("endian.fromLe");
        Type.Qualifier other = little ? Type.Qualifier.BIG_ENDIAN : Type.Qualifier.LITTLE_ENDIAN;
        if (name.startsWith("endian.from") && QualifierRules.has(value, other)) {
            code.findings()
                    .report(
                            "VR208",
                            at,
                            "a " + (little ? "big" : "little") + "-endian value is converted as "
                                    + (little ? "little" : "big") + "-endian",
                            "The bytes would come out in the wrong order.",
                            "Use `Endian." + (little ? "fromBe" : "fromLe") + name.substring("endian.fromLe".length())
                                    + "`.");
        }
    }

    private Expr wrapping(String name, DslMethod method, List<Expr> a, Span at) {
        Overflow wrap = Overflow.valueOf("WRAP_" + name.substring(1, name.indexOf('.')));
        BinaryOp op = name.endsWith("Add") ? BinaryOp.ADD : name.endsWith("Sub") ? BinaryOp.SUB : BinaryOp.MUL;
        Type.Int result = (Type.Int) method.result();
        boolean l = QualifierRules.has(a.get(0), Type.Qualifier.FREE_RUNNING);
        boolean r = QualifierRules.has(a.get(1), Type.Qualifier.FREE_RUNNING);
        if (op != BinaryOp.MUL && l != r) {
            result = QualifierRules.qualified(result, Type.Qualifier.FREE_RUNNING, -1);
        }
        return new Expr.Binary(op, wrap, a.get(0), a.get(1), result, at);
    }

    private static Expr truncate(Expr value, Type.Int result, Span at) {
        return new Expr.Convert(Expr.Conversion.TRUNCATE, value, keepMask(value, result), at);
    }

    /** Bits in their places stay bits in their places when a word is cut or put together. */
    private static Type.Int keepMask(Expr value, Type.Int result) {
        return QualifierRules.has(value, Type.Qualifier.BIT_MASK)
                ? QualifierRules.qualified(result, Type.Qualifier.BIT_MASK, -1)
                : result;
    }

    private static Expr unsigned(BinaryOp op, List<Expr> a, Type result, Span at) {
        return new Expr.Binary(op, Overflow.EXACT, a.get(0), a.get(1), result, at);
    }

    private static Expr fromHalves(List<Expr> a, DslMethod method, Span at) {
        Type.Int result = keepMask(a.get(0), (Type.Int) method.result());
        Expr high = new Expr.Binary(
                BinaryOp.SHIFT_LEFT, Overflow.WRAP_64, a.get(0), Operators.constant(32, Type.Java.INT, at), result, at);
        return new Expr.Binary(BinaryOp.BIT_OR, Overflow.EXACT, high, a.get(1), result, at);
    }

    private static Expr high(Expr value, DslMethod method, Span at) {
        Type.Int result = keepMask(value, (Type.Int) method.result());
        return new Expr.Binary(
                BinaryOp.SHIFT_RIGHT_LOGICAL,
                Overflow.EXACT,
                value,
                Operators.constant(32, Type.Java.INT, at),
                result,
                at);
    }

    private Expr toLong(Expr value, Expression.Call e, Span at) {
        code.mayThrow(at, "`" + e.name() + "`");
        Expr kept = checked.keep(value, "value");
        Expr most =
                new Expr.Const(Interval.LONG.max(), Type.Int.of(Type.Java.LONG, Interval.of(Interval.LONG.max())), at);
        checked.refuse(new Expr.Binary(BinaryOp.LT_U64, Overflow.EXACT, most, kept, Operators.BOOL, at), "ERANGE", at);
        Type.Int plain = Type.Int.of(Type.Java.LONG, new Interval(BigInteger.ZERO, Interval.LONG.max()));
        return new Expr.Convert(Expr.Conversion.REINTERPRET, kept, plain, at);
    }

    private static Expr mask(Expr number, Span at) {
        Type.Int bits = new Type.Int(Type.Java.LONG, Interval.U64, -1, Set.of(Type.Qualifier.BIT_MASK), List.of());
        return new Expr.Binary(
                BinaryOp.SHIFT_LEFT, Overflow.WRAP_64, Operators.constant(1, Type.Java.LONG, at), number, bits, at);
    }

    private static Expr isSet(List<Expr> a, Span at) {
        Expr mask = mask(a.get(1), at);
        Expr both = new Expr.Binary(BinaryOp.BIT_AND, Overflow.EXACT, a.get(0), mask, mask.type(), at);
        return new Expr.Binary(
                BinaryOp.NE, Overflow.EXACT, both, Operators.constant(0, Type.Java.LONG, at), Operators.BOOL, at);
    }

    private Expr effect(Stmt statement, DslMethod method) {
        code.add(statement);
        return new Expr.Const(BigInteger.ZERO, method.result(), statement.span());
    }
}
