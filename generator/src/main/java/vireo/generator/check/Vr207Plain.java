// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/**
 * Bits in their places are not made from plain numbers by the way: a variable or a constant that nobody declared {@code @BitMask} may
 * be the number of a bit. A literal is seen for what it is, and so is a literal shifted to its place. Masks are no quantities either:
 * they have no sum and no order.
 */
final class Vr207Plain implements PointCheck {
    private static final String WHY =
            "It may be the number of a bit: feature 3 as a mask is the bits of features 0 and 1, and code that tests them looks right.";
    private static final String FIX = "Declare it @BitMask, or make the bit from its number with Bit.mask.";

    @Override
    public String code() {
        return "VR207";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Binary binary) {
            switch (binary.op()) {
                // A plain number may be cut to a mask; a mask with a plain variable's bits added is none.
                case BIT_AND -> together(binary, false, point);
                case EQ, NE -> {
                    together(binary, false, point);
                    compared(binary, point);
                }
                case BIT_OR, BIT_XOR -> together(binary, true, point);
                case ADD, SUB, MUL, DIV, REM, DIV_U64, REM_U64 -> quantity(binary, "Arithmetic on", point);
                case LT, LE, GT, GE, LT_U64, LE_U64 -> quantity(binary, "An order comparison of", point);
                default -> { }
            }
        } else if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NEGATE && isMask(unary.operand())) {
            quantity("Arithmetic on", unary.operand(), e, point);
        }
    }

    private void together(Expr.Binary binary, boolean variables, Point point) {
        if (isMask(binary.left()) != isMask(binary.right())) {
            Expr plain = isMask(binary.left()) ? binary.right() : binary.left();
            Expr mask = isMask(binary.left()) ? binary.left() : binary.right();
            if (isPlain(plain) && (isConstant(plain) || variables && !isBySight(plain))) {
                point.findings().report(Diagnostic.of(code(), plain.span(),
                        "'" + Phrases.source(plain) + "' meets the mask '" + Phrases.source(mask) + "', but is not declared @BitMask.",
                        WHY, FIX));
            }
        }
    }

    private void compared(Expr.Binary binary, Point point) {
        if (isMask(binary.left()) && isNumber(binary.right()) || isMask(binary.right()) && isNumber(binary.left())) {
            point.findings().report(Diagnostic.of(code(), binary.span(),
                    "A mask is compared with the number of a bit: '" + Phrases.source(binary) + "'.", WHY,
                    "Write Bit.mask(number), or test one bit with Bit.isSet(value, number)."));
        }
    }

    private void quantity(Expr.Binary binary, String what, Point point) {
        if (isMask(binary.left()) && !isExtracted(binary.left())) {
            quantity(what, binary.left(), binary, point);
        } else if (isMask(binary.right()) && !isExtracted(binary.right())) {
            quantity(what, binary.right(), binary, point);
        }
    }

    private void quantity(String what, Expr mask, Expr whole, Point point) {
        point.findings().report(Diagnostic.of(code(), whole.span(),
                what + " the mask '" + Phrases.source(mask) + "'.",
                "A sum of bits that are set twice carries into others, and no bit is more than another.",
                "Combine masks with &, |, ^ and ~ and compare them with == and !=, or do not declare a quantity @BitMask."));
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (flow.target() instanceof Type.Int target
                && target.qualifiers().contains(Type.Qualifier.BIT_MASK)
                && isPlain(flow.value())
                && !isBySight(flow.value())) {
            point.findings().report(Diagnostic.of(code(), flow.span(),
                    "'" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", a mask, but is not declared @BitMask.",
                    WHY, FIX));
        }
    }

    /** A number without a qualifier; those with another one are refused for it. */
    private static boolean isPlain(Expr e) {
        return e.type() instanceof Type.Int number && number.qualifiers().isEmpty();
    }

    private static boolean isMask(Expr e) {
        return e.type() instanceof Type.Int number && number.qualifiers().contains(Type.Qualifier.BIT_MASK);
    }

    private static boolean isNumber(Expr e) {
        return e.type() instanceof Type.Int number && number.qualifiers().contains(Type.Qualifier.BIT_NUMBER);
    }

    /** Where the author's own text shows the bits. */
    private static boolean isBySight(Expr e) {
        if (e instanceof Expr.Const || isMask(e)) {
            return true;
        }
        if (e instanceof Expr.Convert convert) {
            return isBySight(convert.operand());
        }
        if (e instanceof Expr.Unary unary) {
            return isBySight(unary.operand());
        }
        if (e instanceof Expr.Conditional choice) {
            return isBySight(choice.yes()) && isBySight(choice.no());
        }
        if (e instanceof Expr.Binary binary) {
            return switch (binary.op()) {
                case BIT_AND, BIT_OR, BIT_XOR -> isBySight(binary.left()) && isBySight(binary.right());
                case SHIFT_LEFT -> isBySight(binary.left());
                default -> false;
            };
        }
        return isAllOnes(e);
    }

    /** A constant of the driver's that is not declared a mask. */
    private static boolean isConstant(Expr e) {
        return e instanceof Expr.Convert convert ? isConstant(convert.operand()) : e instanceof Expr.NamedConst && !isAllOnes(e);
    }

    /** Uint32.MAX and its kin. */
    private static boolean isAllOnes(Expr e) {
        return e instanceof Expr.NamedConst constant && constant.owner().startsWith("vireo.dsl.") && constant.name().equals("MAX");
    }

    /** A field of a word, moved down to its end: a number from here on. */
    private static boolean isExtracted(Expr e) {
        return e instanceof Expr.Convert convert
                ? isExtracted(convert.operand())
                : e instanceof Expr.Binary shift
                        && (shift.op() == Expr.BinaryOp.SHIFT_RIGHT || shift.op() == Expr.BinaryOp.SHIFT_RIGHT_LOGICAL);
    }
}
