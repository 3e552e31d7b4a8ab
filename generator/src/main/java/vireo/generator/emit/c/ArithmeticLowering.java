// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.Negation;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Numbers and comparisons: Java's meaning, in types where C means the same. */
final class ArithmeticLowering {
    private static final BigInteger BYTE_MASK = BigInteger.valueOf(0xff);

    private final ExpressionLowering expressions;
    private final ModularLowering modular;

    ArithmeticLowering(ExpressionLowering expressions) {
        this.expressions = expressions;
        this.modular = new ModularLowering(expressions);
    }

    CValue lower(Expr e) {
        if (e instanceof Expr.Binary b) {
            return binary(b);
        }
        if (e instanceof Expr.Unary u) {
            return unary(u);
        }
        if (e instanceof Expr.Convert c) {
            return convert(c);
        }
        if (e instanceof Expr.Conditional c) {
            return conditional(c);
        }
        throw new IllegalArgumentException("not an expression of the IR that has a C form: " + e);
    }

    private CValue binary(Expr.Binary b) {
        switch (b.op()) {
            case AND, OR -> {
                return CValue.of(expressions.condition(b), CType.BOOL);
            }
            case EQ, NE, LT, LE, GT, GE, LT_U64, LE_U64 -> {
                return CValue.of(compare(b), CType.BOOL);
            }
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> {
                return shift(b);
            }
            default -> {
                if (b.type() instanceof Type.Bool) {
                    return CValue.of(
                            new CExpr.Binary(operator(b.op()), expressions.lower(b.left()).expr(),
                                    expressions.lower(b.right()).expr()),
                            CType.BOOL);
                }
            }
        }
        if (b.overflow() != Expr.Overflow.EXACT) {
            return wrapping(b);
        }
        if (TypeMapping.isMask(b.type())) {
            return modular.lower(b, CInt.U64);
        }
        if (b.op() == BinaryOp.BIT_AND) {
            Optional<CValue> masked = masked(b);
            if (masked.isPresent()) {
                return masked.get();
            }
        }
        CValue l = expressions.lower(b.left());
        CValue r = expressions.lower(b.right());
        Interval a = expressions.interval(b.left());
        Interval c = expressions.interval(b.right());
        Interval result = Mathematics.result(b.op(), a, c, expressions.interval(b));
        CInt natural = CInt.common(l.integer(), r.integer());
        Optional<CInt> in = Conversions.holding(natural, List.of(a, c, result));
        if (in.isEmpty()) {
            return modular.asNumber(b);
        }
        CValue computed = Conversions.binary(operator(b.op()), l, r, in.get());
        boolean constant = l.constant().isPresent() && r.constant().isPresent() && result.isConstant();
        return constant
                ? new CValue(computed.expr(), computed.type(), Optional.of(result.min()), computed.width(), computed.sum())
                : computed;
    }

    /** {@code x & ~MASK}, {@code bytes[i] & 0xff}: one side decides which bits of the other matter. */
    private Optional<CValue> masked(Expr.Binary b) {
        for (boolean swap : new boolean[] {false, true}) {
            Expr bounded = swap ? b.right() : b.left();
            Expr other = swap ? b.left() : b.right();
            Interval range = expressions.interval(bounded);
            if (other instanceof Expr.Element x && isByte(x) && range.isConstant() && Interval.U8.contains(range)) {
                CValue raw = expressions.element(x);
                return Optional.of(range.min().equals(BYTE_MASK)
                        ? raw
                        : Conversions.binary("&", raw, expressions.lower(bounded), CInt.INT));
            }
            if (Mathematics.nonNegative(range) && expressions.interval(other).min().signum() < 0) {
                CValue kept = expressions.lower(bounded);
                if (kept.integer().promoted().equals(CInt.INT) && !TypeMapping.isMask(other.type())) {
                    CValue plain = expressions.lower(other);
                    if (plain.integer().promoted().equals(CInt.INT)) {
                        return Optional.of(swap ? Conversions.binary("&", plain, kept, CInt.INT)
                                : Conversions.binary("&", kept, plain, CInt.INT));
                    }
                }
                CInt in = kept.integer().bits() <= 32 && Interval.U32.contains(range) ? CInt.U32 : CInt.U64;
                CValue bits = modular.lower(other, in);
                return Optional.of(swap ? Conversions.binary("&", bits, kept, in) : Conversions.binary("&", kept, bits, in));
            }
        }
        return Optional.empty();
    }

    private static boolean isByte(Expr.Element x) {
        return x.type() instanceof Type.Int number && number.java() == Type.Java.BYTE;
    }

    /** The author asked for a result that wraps at a width. */
    private CValue wrapping(Expr.Binary b) {
        int bits = switch (b.overflow()) {
            case WRAP_8 -> 8;
            case WRAP_16 -> 16;
            case WRAP_32 -> 32;
            default -> 64;
        };
        CValue result;
        if (bits < 32) {
            CValue l = expressions.lower(b.left());
            CValue r = expressions.lower(b.right());
            CInt natural = CInt.common(l.integer(), r.integer());
            CInt in = b.op() == BinaryOp.MUL && bits == 16 && natural.equals(CInt.INT) ? CInt.U32 : natural;
            CValue computed = Conversions.binary(operator(b.op()), l, r, in);
            result = CValue.of(Conversions.cast(computed.expr(), CInt.unsigned(bits)), CInt.unsigned(bits));
        } else {
            result = modular.lower(b, CInt.unsigned(bits));
        }
        return modular.signed(result, b);
    }

    private CValue shift(Expr.Binary b) {
        CValue l = expressions.lower(b.left());
        CExpr count = expressions.lower(b.right()).expr();
        Interval a = expressions.interval(b.left());
        Interval n = expressions.interval(b.right());
        Interval result = Mathematics.result(b.op(), a, n, expressions.interval(b));
        int carrier = b.type() instanceof Type.Int number ? number.java().bits() : 32;
        int most = n.max().min(BigInteger.valueOf(carrier - 1)).intValue();
        boolean negative = a.min().signum() < 0;
        if (b.op() == BinaryOp.SHIFT_LEFT && (negative || b.overflow() != Expr.Overflow.EXACT)) {
            return modular.asNumber(b);
        }
        if (b.op() == BinaryOp.SHIFT_RIGHT_LOGICAL && negative) {
            CInt unsigned = CInt.unsigned(Math.max(32, carrier));
            CValue logical = plainShift(">>", Conversions.exactly(l, unsigned), count, unsigned);
            return modular.signed(logical, b);
        }
        if (b.op() == BinaryOp.SHIFT_RIGHT && a.max().compareTo(Interval.LONG.max()) > 0) {
            return plainShift(">>", Conversions.exactly(l, CInt.S64), count, CInt.S64);
        }
        CInt natural = l.integer().promoted();
        List<Interval> needed = b.op() == BinaryOp.SHIFT_LEFT ? List.of(a, result) : List.of(a);
        CInt in = Conversions.holding(natural, needed).orElse(CInt.U64);
        if (in.bits() <= most) {
            in = new CInt(64, in.signed());
        }
        CValue base = in.equals(natural) ? l : Conversions.exactly(l, in);
        CValue shifted = plainShift(b.op() == BinaryOp.SHIFT_LEFT ? "<<" : ">>", base, count, in);
        if (in.signed() && !n.isConstant()) {
            return new CValue(shifted.expr(), shifted.type(), Optional.empty(), 0, false);
        }
        return most < shifted.width()
                ? shifted
                : new CValue(shifted.expr(), shifted.type(), Optional.empty(), in.signed() ? 0 : in.bits(), false);
    }

    private static CValue plainShift(String operator, CValue base, CExpr count, CInt in) {
        int width = !in.signed() ? in.bits()
                : operator.equals(">>") && !Conversions.isCompound(base.expr()) ? base.width() : 0;
        return new CValue(new CExpr.Binary(operator, base.expr(), count), CType.of(in), Optional.empty(), width, false);
    }

    private CExpr compare(Expr.Binary b) {
        String operator = operator(b.op());
        if (b.left().type() instanceof Type.Int && b.right().type() instanceof Type.Int) {
            return compareNumbers(b, operator);
        }
        if (b.left().type() instanceof Type.Bool) {
            return Logic.same(expressions.lower(b.left()).expr(), expressions.lower(b.right()).expr(), b.op() == BinaryOp.EQ);
        }
        if (b.op() == BinaryOp.EQ && bareTest(b).isPresent()) {
            return Negation.of(bareTest(b).get());
        }
        return new CExpr.Binary(operator, expressions.lower(b.left()).expr(), expressions.lower(b.right()).expr());
    }

    private CExpr compareNumbers(Expr.Binary b, String operator) {
        if (isUnconverted(b.left().type())) {
            return new CExpr.Binary(operator, expressions.lower(b.left()).expr(), expressions.lower(b.right()).expr());
        }
        boolean bits = TypeMapping.isMask(b.left().type()) || TypeMapping.isMask(b.right().type());
        CValue l = bits ? modular.lower(b.left(), CInt.U64) : expressions.lower(b.left());
        CValue r = bits ? modular.lower(b.right(), CInt.U64) : expressions.lower(b.right());
        CInt natural = CInt.common(l.integer(), r.integer());
        Optional<CInt> in = bits ? Optional.of(natural) : Conversions.holding(
                natural, List.of(expressions.interval(b.left()), expressions.interval(b.right())));
        Optional<Complement> left = Complement.of(b.left(), l, expressions);
        Optional<Complement> right = Complement.of(b.right(), r, expressions);
        Optional<Boolean> decided = in.isEmpty() ? Optional.empty() : DecidedComparison.of(
                operator, l, left.map(Complement::range), r, right.map(Complement::range));
        if (decided.isPresent()) {
            return Logic.constant(decided.get());
        }
        if (in.isPresent() && left.isPresent() && r.constant().isPresent()) {
            return left.get().compared(Negation.turned(operator), r.constant().get());
        }
        if (in.isPresent() && right.isPresent() && l.constant().isPresent()) {
            return right.get().compared(operator, l.constant().get());
        }
        if (in.isEmpty()) {
            l = modular.lower(b.left(), CInt.U64);
            r = modular.lower(b.right(), CInt.U64);
        }
        return Conversions.comparison(operator, l, r, in.orElse(CInt.U64));
    }

    private static boolean isUnconverted(Type type) {
        return type instanceof Type.Int number
                && (number.qualifiers().contains(Type.Qualifier.LITTLE_ENDIAN)
                        || number.qualifiers().contains(Type.Qualifier.BIG_ENDIAN));
    }

    /** The left side alone, where the comparison asks whether a pointer is null or masked bits are zero. */
    Optional<CExpr> bareTest(Expr.Binary b) {
        if (b.right() instanceof Expr.NullConst) {
            return Optional.of(expressions.lower(b.left()).expr());
        }
        if (b.left() instanceof Expr.NullConst) {
            return Optional.of(expressions.lower(b.right()).expr());
        }
        boolean zero = b.right() instanceof Expr.Const c && c.value().signum() == 0;
        boolean masked = withoutWidening(b.left()) instanceof Expr.Binary and && and.op() == BinaryOp.BIT_AND;
        if (!zero || !masked) {
            return Optional.empty();
        }
        return Optional.of(TypeMapping.isMask(b.left().type())
                ? modular.lower(b.left(), CInt.U64).expr()
                : expressions.lower(b.left()).expr());
    }

    private static Expr withoutWidening(Expr e) {
        return e instanceof Expr.Convert c && c.kind() == Expr.Conversion.WIDEN ? withoutWidening(c.operand()) : e;
    }

    private CValue unary(Expr.Unary u) {
        if (u.op() == Expr.UnaryOp.NOT) {
            return CValue.of(Negation.of(expressions.condition(u.operand())), CType.BOOL);
        }
        CValue v = expressions.lower(u.operand());
        Interval a = expressions.interval(u.operand());
        Interval known = expressions.interval(u);
        boolean unsigned64 = u.op() == Expr.UnaryOp.COMPLEMENT && u.type() instanceof Type.Int n
                && n.range().equals(Interval.U64) || TypeMapping.isMask(u.type());
        if (unsigned64) {
            return modular.lower(u, CInt.U64);
        }
        BigInteger shift = u.op() == Expr.UnaryOp.COMPLEMENT ? BigInteger.ONE : BigInteger.ZERO;
        Interval result = new Interval(a.max().negate().subtract(shift), a.min().negate().subtract(shift));
        CInt natural = v.integer().promoted();
        Optional<CInt> in = Conversions.holding(natural, List.of(a, Interval.LONG.contains(result) ? result : known));
        if (in.isEmpty()) {
            return modular.asNumber(u);
        }
        CValue base = in.get().equals(natural) ? v : Conversions.exactly(v, in.get());
        String operator = u.op() == Expr.UnaryOp.COMPLEMENT ? "~" : "-";
        return CValue.of(new CExpr.Unary(operator, base.expr()), in.get());
    }

    private CValue convert(Expr.Convert c) {
        Type.Int target = (Type.Int) c.type();
        switch (c.kind()) {
            case TRUNCATE -> {
                if (target.range().min().signum() < 0 && target.range().equals(Interval.BYTE)) {
                    return CValue.of(Conversions.cast(expressions.lower(c.operand()).expr(), CInt.S8), CInt.S8);
                }
                return truncated(c.operand(), target);
            }
            case REINTERPRET -> {
                boolean changes = !target.range().contains(expressions.interval(c.operand()));
                return changes ? modular.asNumber(c) : expressions.lower(c.operand());
            }
            case SWAP -> {
                return swapped(c, target);
            }
            default -> {
                return expressions.lower(c.operand());
            }
        }
    }

    private CValue truncated(Expr operand, Type.Int target) {
        CInt type = CInt.smallest(target.range());
        CValue v = expressions.lower(operand);
        if (!type.signed() && type.range().contains(expressions.interval(operand))) {
            return v;
        }
        return v.integer().equals(type) ? v : CValue.of(Conversions.cast(v.expr(), type), type);
    }

    private CValue swapped(Expr.Convert c, Type.Int target) {
        Type.Int source = (Type.Int) c.operand().type();
        boolean toCpu = source.qualifiers().contains(Type.Qualifier.LITTLE_ENDIAN)
                || source.qualifiers().contains(Type.Qualifier.BIG_ENDIAN);
        Type.Int unconverted = toCpu ? source : target;
        String order = unconverted.qualifiers().contains(Type.Qualifier.LITTLE_ENDIAN) ? "le" : "be";
        CInt number = CInt.smallest(unconverted.range());
        String kind = order + number.bits();
        CExpr operand = toCpu ? expressions.lower(c.operand()).expr() : expressions.to(c.operand(), CType.of(number));
        CExpr call = CExpr.call(toCpu ? kind + "_to_cpu" : "cpu_to_" + kind, List.of(operand), CExpr.Effect.NONE);
        return CValue.of(call, toCpu ? CType.of(number) : expressions.types().of(target));
    }

    private CValue conditional(Expr.Conditional c) {
        CExpr condition = expressions.condition(c.condition());
        Optional<Boolean> outcome = Logic.outcome(condition);
        if (outcome.isPresent() && !TypeMapping.isMask(c.type())) {
            return expressions.lower(outcome.get() ? c.yes() : c.no());
        }
        if (isUnconverted(c.type())) {
            CValue yes = expressions.lower(c.yes());
            return CValue.of(new CExpr.Ternary(condition, yes.expr(), expressions.lower(c.no()).expr()), yes.type());
        }
        if (TypeMapping.isMask(c.type())) {
            CExpr yes = Conversions.exactly(modular.lower(c.yes(), CInt.U64), CInt.U64).expr();
            CExpr no = Conversions.exactly(modular.lower(c.no(), CInt.U64), CInt.U64).expr();
            return CValue.of(new CExpr.Ternary(condition, yes, no), CInt.U64);
        }
        CValue yes = expressions.lower(c.yes());
        CValue no = expressions.lower(c.no());
        CInt natural = CInt.common(yes.integer(), no.integer());
        CInt in = Conversions.holding(natural, List.of(expressions.interval(c.yes()), expressions.interval(c.no())))
                .orElse(natural);
        CValue both = Conversions.binary("?", yes, no, in);
        CExpr.Binary pair = (CExpr.Binary) both.expr();
        boolean narrow = yes.width() > 0 && no.width() > 0
                && !Conversions.isCompound(yes.expr()) && !Conversions.isCompound(no.expr());
        return new CValue(new CExpr.Ternary(condition, pair.left(), pair.right()), both.type(), Optional.empty(),
                narrow ? Math.max(yes.width(), no.width()) : 0, true);
    }

    static String operator(BinaryOp op) {
        return switch (op) {
            case ADD -> "+";
            case SUB -> "-";
            case MUL -> "*";
            case DIV, DIV_U64 -> "/";
            case REM, REM_U64 -> "%";
            case BIT_AND -> "&";
            case BIT_OR -> "|";
            case BIT_XOR -> "^";
            case SHIFT_LEFT -> "<<";
            case SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> ">>";
            case EQ -> "==";
            case NE -> "!=";
            case LT, LT_U64 -> "<";
            case LE, LE_U64 -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case AND -> "&&";
            case OR -> "||";
        };
    }
}
