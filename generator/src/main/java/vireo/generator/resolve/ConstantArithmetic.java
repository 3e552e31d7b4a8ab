// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** The operators of constant expressions. What Java would wrap silently is refused. */
final class ConstantArithmetic {
    private ConstantArithmetic() {}

    static Optional<JavaConstant> unary(Expression.Unary e, JavaConstant v, Findings findings) {
        boolean isBoolean = v.kind() == JavaConstant.Kind.BOOLEAN;
        if (isBoolean != (e.operator() == Expression.UnaryOperator.NOT)) {
            return wrongOperand(e.span(), e.operator().symbol(), findings);
        }
        return switch (e.operator()) {
            case NOT -> Optional.of(JavaConstant.of(!v.isTrue()));
            case PLUS -> Optional.of(v);
            case COMPLEMENT -> Optional.of(new JavaConstant(v.value().not(), v.kind()));
            case NEGATE -> fitting(v.value().negate(), v.kind(), e.span(), findings);
        };
    }

    static Optional<JavaConstant> binary(Expression.Binary e, JavaConstant l, JavaConstant r, Findings findings) {
        boolean booleans = l.kind() == JavaConstant.Kind.BOOLEAN;
        if (booleans != (r.kind() == JavaConstant.Kind.BOOLEAN)) {
            return wrongOperand(e.operatorSpan(), e.operator().symbol(), findings);
        }
        if (booleans) {
            return switch (e.operator()) {
                case AND, BIT_AND -> Optional.of(JavaConstant.of(l.isTrue() && r.isTrue()));
                case OR, BIT_OR -> Optional.of(JavaConstant.of(l.isTrue() || r.isTrue()));
                case BIT_XOR, NOT_EQUAL -> Optional.of(JavaConstant.of(l.isTrue() != r.isTrue()));
                case EQUAL -> Optional.of(JavaConstant.of(l.isTrue() == r.isTrue()));
                default -> wrongOperand(e.operatorSpan(), e.operator().symbol(), findings);
            };
        }
        BigInteger a = l.value();
        BigInteger b = r.value();
        JavaConstant.Kind kind = l.kind() == JavaConstant.Kind.LONG ? l.kind() : r.kind();
        return switch (e.operator()) {
            case ADD -> fitting(a.add(b), kind, e.span(), findings);
            case SUBTRACT -> fitting(a.subtract(b), kind, e.span(), findings);
            case MULTIPLY -> fitting(a.multiply(b), kind, e.span(), findings);
            case DIVIDE -> b.signum() == 0 ? byZero(e, findings) : fitting(a.divide(b), kind, e.span(), findings);
            case REMAINDER -> b.signum() == 0 ? byZero(e, findings) : fitting(a.remainder(b), kind, e.span(), findings);
            case BIT_AND -> Optional.of(new JavaConstant(a.and(b), kind));
            case BIT_OR -> Optional.of(new JavaConstant(a.or(b), kind));
            case BIT_XOR -> Optional.of(new JavaConstant(a.xor(b), kind));
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> shift(e, l, b, findings);
            case LESS -> Optional.of(JavaConstant.of(a.compareTo(b) < 0));
            case LESS_OR_EQUAL -> Optional.of(JavaConstant.of(a.compareTo(b) <= 0));
            case GREATER -> Optional.of(JavaConstant.of(a.compareTo(b) > 0));
            case GREATER_OR_EQUAL -> Optional.of(JavaConstant.of(a.compareTo(b) >= 0));
            case EQUAL -> Optional.of(JavaConstant.of(a.equals(b)));
            case NOT_EQUAL -> Optional.of(JavaConstant.of(!a.equals(b)));
            case AND, OR -> wrongOperand(e.operatorSpan(), e.operator().symbol(), findings);
        };
    }

    /** {@code 1L << number}. */
    static Optional<JavaConstant> bit(Span at, JavaConstant number, Findings findings) {
        if (number.kind() == JavaConstant.Kind.BOOLEAN
                || number.value().signum() < 0
                || number.value().bitLength() > 6) {
            findings.report(
                    "VR304",
                    at,
                    "a bit number is 0 to 63",
                    "A shift by the width or more has no meaning in C.",
                    "Give a bit number within the width.");
            return Optional.empty();
        }
        BigInteger bit = BigInteger.ONE.shiftLeft(number.value().intValue());
        return Optional.of(JavaConstant.number(JavaConstant.wrap(bit, JavaConstant.Kind.LONG), true));
    }

    private static Optional<JavaConstant> shift(
            Expression.Binary e, JavaConstant l, BigInteger count, Findings findings) {
        if (count.signum() < 0 || count.compareTo(BigInteger.valueOf(l.kind().bits())) >= 0) {
            findings.report(
                    "VR304",
                    e.span(),
                    "shift by " + count + " of a value of " + l.kind().bits() + " bits",
                    "Java would use the count modulo the width; C gives no meaning at all.",
                    "Shift by 0 to " + (l.kind().bits() - 1) + ", or make the value a long.");
            return Optional.empty();
        }
        int by = count.intValue();
        BigInteger shifted =
                switch (e.operator()) {
                    case SHIFT_LEFT -> JavaConstant.wrap(l.value().shiftLeft(by), l.kind());
                    case SHIFT_RIGHT -> l.value().shiftRight(by);
                    default -> JavaConstant.wrap(unsigned(l).shiftRight(by), l.kind());
                };
        return Optional.of(new JavaConstant(shifted, l.kind()));
    }

    private static BigInteger unsigned(JavaConstant l) {
        return l.value().signum() < 0
                ? l.value().add(BigInteger.ONE.shiftLeft(l.kind().bits()))
                : l.value();
    }

    private static Optional<JavaConstant> fitting(
            BigInteger exact, JavaConstant.Kind kind, Span at, Findings findings) {
        if (exact.bitLength() >= kind.bits()) {
            findings.report(
                    "VR301",
                    at,
                    "the constant is " + exact + ", which no " + (kind == JavaConstant.Kind.LONG ? "long" : "int")
                            + " holds",
                    "Java would wrap it silently, and a signed overflow has no meaning in C.",
                    kind == JavaConstant.Kind.INT ? "Make an operand a long, `1L`." : "Choose smaller operands.");
            return Optional.empty();
        }
        return Optional.of(new JavaConstant(exact, kind));
    }

    private static Optional<JavaConstant> byZero(Expression.Binary e, Findings findings) {
        findings.report(
                "VR304",
                e.right().span(),
                "division by zero",
                "It has no meaning in C and traps on most processors.",
                "Divide by something else.");
        return Optional.empty();
    }

    private static Optional<JavaConstant> wrongOperand(Span at, String symbol, Findings findings) {
        findings.mismatch(
                at,
                "`" + symbol + "` does not apply to these operands",
                "Use numbers with numbers and booleans with booleans.");
        return Optional.empty();
    }
}
