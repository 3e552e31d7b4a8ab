// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Terms;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Signed operations see no {@code @U64} value that may lie above the largest long. */
final class Vr305UnsignedOrder implements PointCheck {
    private static final BigInteger SIGNED_MAX = Interval.LONG.max();

    @Override
    public String code() {
        return "VR305";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Binary binary) {
            switch (binary.op()) {
                case LT, LE, GT, GE -> signed(e, "compared as signed", "Uint64.lessThan(a, b) or Uint64.atMost(a, b)", point,
                        binary.left(), binary.right());
                case DIV, REM -> signed(e, "divided as signed", "Uint64.divide(a, b) or Uint64.remainder(a, b)", point, binary.left(),
                        binary.right());
                case SHIFT_RIGHT -> signed(e, "shifted with its sign", "'>>>'", point, binary.left());
                case EQ, NE -> mixed(binary, point);
                default -> { }
            }
        } else if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.REINTERPRET
                && !Terms.isUnsigned64(convert.type())) {
            signed(e, "used as a plain long", "Uint64.toLong(x), which fails with ERANGE,", point, convert.operand());
        }
    }

    private void signed(Expr e, String use, String instead, Point point, Expr... operands) {
        boolean concerned = false;
        for (Expr operand : operands) {
            if (!(operand.type() instanceof Type.Int) || point.value(operand).max().compareTo(SIGNED_MAX) <= 0) {
                concerned |= Terms.isUnsigned64(operand.type());
                continue;
            }
            if (point.within(operand, Interval.LONG)) {
                concerned = true;
                continue;
            }
            point.findings().report(Diagnostic.of(code(), operand.span() == null ? e.span() : operand.span(),
                            "The unsigned value " + Phrases.range(operand, point) + " may be above the largest long, and is " + use + " here.",
                            "Values from 2^63 on are negative to Java and to C's signed types, so that a check passes for the wrong ones.",
                            "Write " + instead + " or bound the value before with Uint64.atMost(x, LIMIT).")
                    .withFacts(point.facts(operand)));
            return;
        }
        if (concerned) {
            point.findings().proved("signs", e);
        }
    }

    /** Equal patterns of different meaning: a huge unsigned value and a negative one. */
    private void mixed(Expr.Binary e, Point point) {
        if (!(e.left().type() instanceof Type.Int) || !(e.right().type() instanceof Type.Int)) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            Expr large = i == 0 ? e.left() : e.right();
            Expr small = i == 0 ? e.right() : e.left();
            if (point.value(large).max().compareTo(SIGNED_MAX) > 0 && point.value(small).min().signum() < 0) {
                point.findings().report(Diagnostic.of(code(), e.span(),
                        "The unsigned value " + Phrases.range(large, point) + " is compared with " + Phrases.range(small, point)
                                + ", which may be negative.",
                        "A negative number and an unsigned one above 2^63 have the same bits, so that they compare equal.",
                        "Declare both sides @U64, or bound the values first."));
                return;
            }
        }
    }
}
