// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Value;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** No bit is set outside a declared mask, and the number of a bit is never taken for the bit, nor the bit for its number. */
final class Vr207Mask implements PointCheck {
    private static final String KIND = "masks";

    @Override
    public String code() {
        return "VR207";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Binary binary) {
            switch (binary.op()) {
                case BIT_AND, BIT_OR, BIT_XOR -> {
                    number(binary.left(), point);
                    number(binary.right(), point);
                }
                case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> {
                    if (has(binary.right().type(), Type.Qualifier.BIT_MASK) && !isConstant(binary.right())) {
                        point.findings().report(Diagnostic.of(code(), binary.right().span(),
                                "The mask '" + Phrases.source(binary.right()) + "' is used as a shift count.",
                                "Shifting by 1 << n is not shifting by n: the wrong bit is set.",
                                "Use the number of the bit, declared @BitNumber."));
                    }
                }
                default -> { }
            }
        } else if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.COMPLEMENT) {
            number(unary.operand(), point);
        }
    }

    private void number(Expr operand, Point point) {
        if (has(operand.type(), Type.Qualifier.BIT_NUMBER)) {
            point.findings().report(Diagnostic.of(code(), operand.span(),
                    "The bit number '" + Phrases.source(operand) + "' is used as a mask.",
                    "Bit number 3 as a mask is bits 0 and 1: features and flags are tested that nobody meant.",
                    "Write Bit.mask(" + Phrases.source(operand) + "), or Bit.isSet(value, " + Phrases.source(operand) + ")."));
        }
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!(flow.target() instanceof Type.Int target) || !(flow.value().type() instanceof Type.Int source)) {
            return;
        }
        kind(flow, source, target, point);
        if (target.bits() == -1) {
            return;
        }
        Value value = point.value(flow.value());
        if ((value.bits() & ~target.bits()) == 0) {
            point.findings().proved(KIND, flow.value());
            return;
        }
        point.findings().report(Diagnostic.of(code(), flow.span(),
                        "'" + Phrases.source(flow.value()) + "' may set bits " + hex(value.bits() & ~target.bits()) + " outside "
                                + hex(target.bits()) + ", the mask of " + flow.place() + ".",
                        "Reserved bits that are set may switch something on in a later revision of the device.",
                        "Cut them off ('value & MASK'), or widen the mask if the specification defines those bits.")
                .withFacts(point.facts(flow.value())));
    }

    private void kind(Flow flow, Type.Int source, Type.Int target, Point point) {
        boolean number = source.qualifiers().contains(Type.Qualifier.BIT_NUMBER);
        boolean mask = source.qualifiers().contains(Type.Qualifier.BIT_MASK);
        if (number && !target.qualifiers().contains(Type.Qualifier.BIT_NUMBER)) {
            point.findings().report(Diagnostic.of(code(), flow.span(),
                    "The bit number '" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", which is "
                            + (target.qualifiers().contains(Type.Qualifier.BIT_MASK) ? "a mask." : "not declared @BitNumber."),
                    "Bit number 3 as a mask is bits 0 and 1: the device is told something else than was meant.",
                    "Write Bit.mask(" + Phrases.source(flow.value()) + ") for the mask, or declare the target @BitNumber."));
        } else if (mask && target.qualifiers().contains(Type.Qualifier.BIT_NUMBER)) {
            point.findings().report(Diagnostic.of(code(), flow.span(),
                    "The mask '" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", which is a bit number.",
                    "A mask as a bit number selects the wrong bit, or none at all.", "Pass the number of the bit."));
        }
    }

    private static boolean isConstant(Expr e) {
        return e instanceof Expr.Const;
    }

    private static boolean has(Type type, Type.Qualifier qualifier) {
        return type instanceof Type.Int number && number.qualifiers().contains(qualifier);
    }

    private static String hex(long bits) {
        return "0x" + Long.toHexString(bits);
    }
}
