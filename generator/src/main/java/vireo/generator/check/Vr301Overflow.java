// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.value.Linear;
import vireo.generator.flow.value.Terms;
import vireo.generator.flow.value.Value;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Exact arithmetic stays within its Java type, or within 64 unsigned bits where an operand is {@code @U64}. */
final class Vr301Overflow implements PointCheck {
    private static final String KIND = "overflow";

    /** What was reported already: an expression around a faulty one is not faulty for the same reason again. */
    private final Set<Expr> failed = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public String code() {
        return "VR301";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (Expressions.operands(e).stream().anyMatch(failed::contains)) {
            failed.add(e);
            return;
        }
        if (e instanceof Expr.Binary binary && binary.overflow() == Expr.Overflow.EXACT && canOverflow(binary.op())) {
            check(e, binary.left(), binary.right(), point);
        } else if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NEGATE) {
            check(e, unary.operand(), unary.operand(), point);
        }
    }

    private static boolean canOverflow(Expr.BinaryOp op) {
        return switch (op) {
            case ADD, SUB, MUL, SHIFT_LEFT, DIV -> true;
            default -> false;
        };
    }

    private void check(Expr e, Expr left, Expr right, Point point) {
        if (!(e.type() instanceof Type.Int type)) {
            return;
        }
        Interval carrier = Terms.isUnsigned64(type) ? Interval.U64 : type.java().range();
        Value exact = point.exact(e);
        if (carrier.contains(exact.range()) || provable(e, carrier, point)) {
            point.findings().proved(KIND, e);
            return;
        }
        failed.add(e);
        String name = Terms.isUnsigned64(type) ? "64 unsigned bits" : type.java() == Type.Java.LONG ? "a long" : "an int";
        String operands = left == right
                ? Phrases.range(left, point)
                : Phrases.range(left, point) + " and " + Phrases.range(right, point);
        point.findings().report(Diagnostic.of(code(), e.span(),
                        "'" + Phrases.source(e) + "' may leave " + name + ": it may be " + exact + ", with " + operands + ".",
                        "A value that wraps unnoticed becomes a wrong length, index or address.",
                        fix(e, type))
                .withFacts(point.facts(e)));
    }

    private static boolean provable(Expr e, Interval carrier, Point point) {
        Optional<Linear> form = point.linear(e);
        return form.isPresent() && point.values().between(point.state(), form.get(), carrier);
    }

    private static String fix(Expr e, Type.Int type) {
        String width = Terms.isUnsigned64(type) ? "Uint64" : type.java() == Type.Java.LONG ? "Uint32" : "Uint16";
        if (e instanceof Expr.Binary binary) {
            String name = switch (binary.op()) {
                case ADD -> "Add";
                case SUB -> "Sub";
                case MUL -> "Mul";
                default -> "";
            };
            if (binary.op() == Expr.BinaryOp.SUB && (Terms.isUnsigned64(type))) {
                return "Check the order first, 'if (Uint64.lessThan(a, b)) throw ...', or write " + width
                        + ".wrappingSub(a, b) where wrapping is meant.";
            }
            if (!name.isEmpty()) {
                return "Bound the operands by their declarations or by an 'if' before, write " + width + ".checked" + name
                        + "(a, b) to fail with EOVERFLOW, or " + width + ".wrapping" + name + "(a, b) where wrapping is meant.";
            }
        }
        return "Bound the operands by their declarations or by an 'if' before.";
    }
}
