// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.Value;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** The result of a mask, a shift, a quotient, a remainder or a product depends on what went in. */
final class Vr118Operation implements MethodCheck {
    private static final Set<Expr.BinaryOp> LOSING = EnumSet.of(Expr.BinaryOp.BIT_AND, Expr.BinaryOp.BIT_OR, Expr.BinaryOp.BIT_XOR,
            Expr.BinaryOp.SHIFT_LEFT, Expr.BinaryOp.SHIFT_RIGHT, Expr.BinaryOp.SHIFT_RIGHT_LOGICAL, Expr.BinaryOp.DIV, Expr.BinaryOp.REM,
            Expr.BinaryOp.DIV_U64, Expr.BinaryOp.REM_U64, Expr.BinaryOp.MUL);

    private final Program program;

    Vr118Operation(Program program) {
        this.program = program;
    }

    @Override
    public String code() {
        return "VR118";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        Results results = new Results();
        new PointWalk(program, values, List.of(results), findings).run();
        results.constant.values().stream().flatMap(Optional::stream).forEach(findings::report);
    }

    private static Diagnostic constant(Expr e, String value) {
        return Diagnostic.of("VR118", e.span(), "'" + Phrases.source(e) + "' is always " + value + ".",
                "An operation that loses all that went in is mostly another operator, or another number, than was meant.",
                "Write what was meant, or the number itself.");
    }

    private static final class Results implements PointCheck {
        /** By place: a statement of a cleanup stands on several ways, and on one of them the result may vary. */
        private final Map<Span, Optional<Diagnostic>> constant = new LinkedHashMap<>();

        @Override
        public String code() {
            return "VR118";
        }

        @Override
        public void expression(Expr e, Point point) {
            if (!(e instanceof Expr.Binary operation) || !LOSING.contains(operation.op()) || !(e.type() instanceof Type.Int)) {
                return;
            }
            Value left = point.value(operation.left());
            Value right = point.value(operation.right());
            Value result = point.value(e);
            boolean varies = !left.isConstant() || !right.isConstant();
            boolean lost = varies && result.isConstant();
            if (lost && operation.left().span().end() <= operation.right().span().start()) {
                List<String> facts = point.facts(operation.left(), operation.right());
                constant.putIfAbsent(e.span(), Optional.of(constant(e, result.min().toString()).withFacts(facts)));
            } else if (!result.isConstant()) {
                constant.put(e.span(), Optional.empty());
            }
        }
    }
}
