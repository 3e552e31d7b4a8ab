// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.ir.Interval;

/**
 * Comparisons that the C types of both sides settle, {@code length < 0} of an unsigned length: compilers warn about them, and C
 * says the outcome instead.
 */
final class DecidedComparison {
    private static final Set<String> HOLD_FOR_EQUALS = Set.of("==", "<=", ">=");

    private DecidedComparison() {}

    /**
     * The outcome, where the values do not matter. Two constants are left to the compiler: they say what is compared.
     *
     * @param leftRange what holds the left side's values, where that is less than its type
     */
    static Optional<Boolean> of(
            String operator, CValue left, Optional<Interval> leftRange, CValue right, Optional<Interval> rightRange) {
        if (isConstant(left) && isConstant(right)) {
            return Optional.empty();
        }
        if (left.expr().equals(right.expr())) {
            return Optional.of(HOLD_FOR_EQUALS.contains(operator));
        }
        Interval a = leftRange.orElseGet(() -> range(left));
        Interval b = rightRange.orElseGet(() -> range(right));
        return switch (operator) {
            case "<" -> below(a, b);
            case ">" -> below(b, a);
            case ">=" -> below(a, b).map(outcome -> !outcome);
            case "<=" -> below(b, a).map(outcome -> !outcome);
            default -> {
                boolean apart = a.max().compareTo(b.min()) < 0 || b.max().compareTo(a.min()) < 0
                        || neverMasked(left, right) || neverMasked(right, left);
                yield apart ? Optional.of(operator.equals("!=")) : Optional.empty();
            }
        };
    }

    private static boolean isConstant(CValue value) {
        return value.constant().isPresent() || value.expr() instanceof CExpr.Number;
    }

    private static Optional<Boolean> below(Interval a, Interval b) {
        if (a.max().compareTo(b.min()) < 0) {
            return Optional.of(true);
        }
        return a.min().compareTo(b.max()) >= 0 ? Optional.of(false) : Optional.empty();
    }

    /** {@code (x & 4) == 2}, {@code (x | 1) == 2}: some bit of the constant can never be as it is. */
    private static boolean neverMasked(CValue side, CValue other) {
        if (!(side.expr() instanceof CExpr.Binary b) || other.constant().isEmpty() || other.constant().get().signum() < 0) {
            return false;
        }
        BigInteger wanted = other.constant().get();
        Optional<BigInteger> mask = Literals.parse(b.right()).or(() -> Literals.parse(b.left()));
        return mask.isPresent() && (b.operator().equals("&") && wanted.andNot(mask.get()).signum() != 0
                || b.operator().equals("|") && mask.get().andNot(wanted).signum() != 0);
    }

    private static Interval range(CValue value) {
        return value.constant().or(() -> Literals.parse(value.expr())).map(Interval::of).orElseGet(() -> {
            boolean bits = value.expr() instanceof CExpr.Binary b && (b.operator().equals("&") || b.operator().equals(">>"));
            boolean narrow = bits && value.integer().signed() && value.width() > 0;
            return narrow ? Interval.unsigned(value.width()) : value.integer().range();
        });
    }
}
