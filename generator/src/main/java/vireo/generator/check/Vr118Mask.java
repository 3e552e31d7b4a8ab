// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** Two constants that are masked with each other have a bit in common. */
final class Vr118Mask implements ProgramCheck {
    @Override
    public String code() {
        return "VR118";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body,
                    statement -> Statements.expressions(statement).forEach(e -> expression(e, findings))));
        }
        program.types().forEach(type -> Declared.constants(type)
                .forEach(constant -> constant.initializer().ifPresent(e -> expression(e, findings))));
    }

    private void expression(Expr e, Findings findings) {
        if (e instanceof Expr.Binary mask && mask.op() == Expr.BinaryOp.BIT_AND
                && value(mask.left()).filter(v -> v.signum() != 0).isPresent() && value(mask.right()).filter(v -> v.signum() != 0).isPresent()
                && value(mask).orElseThrow().signum() == 0) {
            findings.report(Diagnostic.of(code(), e.span(), "'" + Phrases.source(e) + "' is always 0: the two have no bit in common.",
                    "Bits that are to be joined are joined with |; what is masked away altogether does nothing.",
                    "Write what was meant, or leave it out."));
        }
        Expressions.operands(e).forEach(operand -> expression(operand, findings));
    }

    /** What constants alone make. */
    private static Optional<BigInteger> value(Expr e) {
        if (e instanceof Expr.Const number) {
            return Optional.of(number.value());
        }
        if (e instanceof Expr.NamedConst named) {
            return Optional.of(named.value());
        }
        if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.WIDEN) {
            return value(convert.operand());
        }
        if (!(e instanceof Expr.Binary binary)) {
            return Optional.empty();
        }
        Optional<BigInteger> left = value(binary.left());
        Optional<BigInteger> right = value(binary.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (binary.op()) {
            case BIT_AND -> Optional.of(left.get().and(right.get()));
            case BIT_OR -> Optional.of(left.get().or(right.get()));
            case SHIFT_LEFT -> right.get().bitLength() < 7 && right.get().signum() >= 0
                    ? Optional.of(left.get().shiftLeft(right.get().intValue())) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
