// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** A counter that wraps is compared for equality or through a wrapping difference, and flows only to its kind. */
final class Vr306FreeRunning implements PointCheck {
    private static final String WHY =
            "Once the counter has wrapped, a small value is the later one: an ordinary comparison or sum is wrong after 65,535 entries.";

    @Override
    public String code() {
        return "VR306";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (!(e instanceof Expr.Binary binary) || binary.overflow() != Expr.Overflow.EXACT) {
            return;
        }
        boolean left = isFreeRunning(binary.left());
        boolean right = isFreeRunning(binary.right());
        if (!left && !right) {
            return;
        }
        Expr counter = left ? binary.left() : binary.right();
        switch (binary.op()) {
            case LT, LE, GT, GE, LT_U64, LE_U64 -> point.findings().report(Diagnostic.of(code(), e.span(),
                    "The free-running counter '" + Phrases.source(counter) + "' is compared by order.", WHY,
                    "Compare the distance: 'Uint16.wrappingSub(a, b)' with a count, or the counters with '=='."));
            case ADD, SUB, MUL, DIV, REM, DIV_U64, REM_U64, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> point.findings().report(Diagnostic.of(code(),
                    e.span(), "Ordinary arithmetic on the free-running counter '" + Phrases.source(counter) + "'.", WHY,
                    "Write Uint16.wrappingAdd(a, b) or Uint16.wrappingSub(a, b); an index into the ring is 'counter & (size - 1)'."));
            case BIT_AND -> {
                Expr mask = left ? binary.right() : binary.left();
                if (left && right || !isIndexMask(mask)) {
                    point.findings().report(Diagnostic.of(code(), mask.span(),
                            "'" + Phrases.source(mask) + "' does not cut the free-running counter '" + Phrases.source(counter)
                                    + "' to an index.",
                            "Only the low bits of a counter count entries: 2^k - 1 of them run through the ring evenly.",
                            "Write 'counter & (size - 1)', or a constant that is 2^k - 1."));
                }
            }
            case EQ, NE -> {
                if (left != right && !isConstant(left ? binary.right() : binary.left())) {
                    point.findings().report(Diagnostic.of(code(), e.span(),
                            "The free-running counter '" + Phrases.source(counter) + "' is compared with a value that is none.", WHY,
                            "Declare the other side @FreeRunning too, or compare a distance."));
                } else {
                    point.findings().proved("counters", e);
                }
            }
            default -> { }
        }
    }

    @Override
    public void choice(Expr subject, Point point) {
        if (isFreeRunning(subject)) {
            point.findings().report(Diagnostic.of(code(), subject.span(),
                    "A switch on the free-running counter '" + Phrases.source(subject) + "'.",
                    "A counter passes every value again and again: no single one of them means anything.",
                    "Switch on the index, 'counter & (size - 1)', or compare a distance."));
        }
    }

    /** A number 2^k - 1, or a size less one. */
    private static boolean isIndexMask(Expr e) {
        if (e instanceof Expr.Convert convert) {
            return isIndexMask(convert.operand());
        }
        if (e instanceof Expr.Const constant) {
            return isLowBits(constant.value());
        }
        if (e instanceof Expr.NamedConst constant) {
            return isLowBits(constant.value());
        }
        return e instanceof Expr.Binary less
                && less.op() == Expr.BinaryOp.SUB
                && less.right() instanceof Expr.Const one
                && one.value().equals(BigInteger.ONE);
    }

    private static boolean isLowBits(BigInteger value) {
        return value.signum() >= 0 && value.and(value.add(BigInteger.ONE)).signum() == 0;
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!(flow.target() instanceof Type.Int target) || !(flow.value().type() instanceof Type.Int)) {
            return;
        }
        boolean from = isFreeRunning(flow.value());
        boolean to = target.qualifiers().contains(Type.Qualifier.FREE_RUNNING);
        if (from == to || isConstant(flow.value()) || isHardware(flow)) {
            return;
        }
        point.findings().report(from
                ? Diagnostic.of(code(), flow.span(),
                        "The free-running counter '" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", which is none.", WHY,
                        "Declare the target @FreeRunning, or take the index with 'counter & (size - 1)' or a distance with Uint16.wrappingSub.")
                : Diagnostic.of(code(), flow.span(),
                        "'" + Phrases.source(flow.value()) + "' goes to " + flow.place()
                                + ", a free-running counter, but is an ordinary number.", WHY,
                        "Derive it from a counter with Uint16.wrappingAdd, or declare its source @FreeRunning."));
    }

    /** What goes into a register or a cell is a pattern from here on. */
    private static boolean isHardware(Flow flow) {
        return flow.place().startsWith("the register") || flow.place().contains("-bit cell") || flow.place().startsWith("a byte of");
    }

    private static boolean isConstant(Expr e) {
        return e instanceof Expr.Const || e instanceof Expr.NamedConst || e instanceof Expr.Convert convert && isConstant(convert.operand());
    }

    private static boolean isFreeRunning(Expr e) {
        return e.type() instanceof Type.Int type && type.qualifiers().contains(Type.Qualifier.FREE_RUNNING);
    }
}
