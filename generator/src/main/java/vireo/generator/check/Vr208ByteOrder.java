// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** A value in a device's byte order is converted once before it counts as a number, and once on the way back. */
final class Vr208ByteOrder implements PointCheck {
    private static final String WHY = "The bytes would be swapped on one kind of machine, twice or never on the other.";

    @Override
    public String code() {
        return "VR208";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Binary binary) {
            operands(binary, point);
        } else if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.SWAP) {
            Optional<Type.Qualifier> from = order(convert.operand().type());
            Optional<Type.Qualifier> to = order(convert.type());
            if (from.isPresent() == to.isPresent()) {
                point.findings().report(Diagnostic.of(code(), e.span(),
                        from.isPresent()
                                ? "'" + Phrases.source(convert.operand()) + "' is converted to " + name(to.get()) + " order, but already is in "
                                        + name(from.get()) + " order."
                                : "'" + Phrases.source(convert.operand()) + "' is already converted to the machine's order.",
                        WHY, "Leave out the second conversion."));
            } else {
                point.findings().proved("byte orders", e);
            }
        }
    }

    private void operands(Expr.Binary e, Point point) {
        Optional<Type.Qualifier> left = order(e.left().type());
        Optional<Type.Qualifier> right = order(e.right().type());
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        boolean bitwise = switch (e.op()) {
            case EQ, NE, BIT_AND, BIT_OR, BIT_XOR -> true;
            default -> false;
        };
        boolean zero = isZero(e.left()) || isZero(e.right());
        if (bitwise && (left.equals(right) || zero)) {
            point.findings().proved("byte orders", e);
            return;
        }
        Expr raw = left.isPresent() ? e.left() : e.right();
        point.findings().report(Diagnostic.of(code(), e.span(),
                "'" + Phrases.source(raw) + "' is still in " + name(order(raw.type()).get()) + " order and used as a number.", WHY,
                "Convert it first: 'Endian.from" + (order(raw.type()).get() == Type.Qualifier.BIG_ENDIAN ? "Be" : "Le")
                        + "..(" + Phrases.source(raw) + ")', or read the cell with get()."));
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!(flow.target() instanceof Type.Int) || !(flow.value().type() instanceof Type.Int) || isZero(flow.value())) {
            return;
        }
        Optional<Type.Qualifier> from = order(flow.value().type());
        Optional<Type.Qualifier> to = order(flow.target());
        if (from.equals(to)) {
            return;
        }
        String what = from.isEmpty()
                ? "'" + Phrases.source(flow.value()) + "' is in the machine's order, but " + flow.place() + " takes " + name(to.get()) + " order."
                : "'" + Phrases.source(flow.value()) + "' is in " + name(from.get()) + " order, but " + flow.place() + " takes "
                        + to.map(Vr208ByteOrder::name).orElse("the machine's") + " order.";
        String fix = from.isEmpty()
                ? "Convert it ('Endian.to" + (to.get() == Type.Qualifier.BIG_ENDIAN ? "Be" : "Le") + "..(x)'), or write the cell with set()."
                : "Convert it ('Endian.from" + (from.get() == Type.Qualifier.BIG_ENDIAN ? "Be" : "Le") + "..(x)'), or read the cell with get().";
        point.findings().report(Diagnostic.of(code(), flow.span(), what, WHY, fix));
    }

    private static boolean isZero(Expr e) {
        return e instanceof Expr.Const constant && constant.value().signum() == 0
                || e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.SWAP && isZero(convert.operand());
    }

    private static Optional<Type.Qualifier> order(Type type) {
        if (!(type instanceof Type.Int number)) {
            return Optional.empty();
        }
        if (number.qualifiers().contains(Type.Qualifier.LITTLE_ENDIAN)) {
            return Optional.of(Type.Qualifier.LITTLE_ENDIAN);
        }
        return number.qualifiers().contains(Type.Qualifier.BIG_ENDIAN) ? Optional.of(Type.Qualifier.BIG_ENDIAN) : Optional.empty();
    }

    private static String name(Type.Qualifier order) {
        return order == Type.Qualifier.BIG_ENDIAN ? "big-endian" : "little-endian";
    }
}
