// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** No divisor may be zero, and every shift count is below the width of what is shifted. */
final class Vr304DivisionAndShift implements PointCheck {
    @Override
    public String code() {
        return "VR304";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (!(e instanceof Expr.Binary binary)) {
            return;
        }
        switch (binary.op()) {
            case DIV, REM, DIV_U64, REM_U64 -> divisor(binary, point);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> count(binary, point);
            default -> { }
        }
    }

    private void divisor(Expr.Binary e, Point point) {
        if (point.values().nonZero(point.state(), e.right())) {
            point.findings().proved("divisions", e);
            return;
        }
        point.findings().report(Diagnostic.of(code(), e.right().span(),
                        "The divisor " + Phrases.range(e.right(), point) + " may be zero.",
                        "Dividing by zero traps in the kernel on x86, and gives a meaningless value elsewhere.",
                        "Check it before ('if (" + Phrases.source(e.right()) + " == 0) throw ...'), or declare it with a range that starts at 1.")
                .withFacts(point.facts(e.right())));
    }

    private void count(Expr.Binary e, Point point) {
        int width = e.type() instanceof Type.Int type ? Math.max(32, type.java().bits()) : 32;
        if (point.within(e.right(), Interval.of(0, width - 1))) {
            point.findings().proved("shifts", e);
            return;
        }
        point.findings().report(Diagnostic.of(code(), e.right().span(),
                        "The shift count " + Phrases.range(e.right(), point) + " may be " + width + " or more, or negative.",
                        "Java takes such a count modulo the width, and C leaves it undefined.",
                        "Check it before, or declare it @Range(min = 0, max = " + (width - 1) + ").")
                .withFacts(point.facts(e.right())));
    }
}
