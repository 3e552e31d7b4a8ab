// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Linear;
import vireo.generator.flow.value.Terms;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** A value fits the range and the bounds that the place it goes to declares, and a cast loses nothing. */
final class Vr302Range implements PointCheck {
    private static final String KIND = "ranges";
    private static final String WHY = "What relies on the declaration, in C the width of the variable, would be wrong.";

    @Override
    public String code() {
        return "VR302";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (!(e instanceof Expr.Convert convert) || !(convert.type() instanceof Type.Int type)) {
            return;
        }
        boolean narrows = convert.kind() == Expr.Conversion.NARROW;
        boolean becomesUnsigned = convert.kind() == Expr.Conversion.REINTERPRET && Terms.isUnsigned64(type)
                && !(convert.operand() instanceof Expr.Const) && !(convert.operand() instanceof Expr.NamedConst);
        if (!narrows && !becomesUnsigned) {
            return;
        }
        if (point.within(convert.operand(), type.range())) {
            point.findings().proved(KIND, e);
            return;
        }
        String what = narrows ? "The cast may lose bits: " : "A negative value would become a huge unsigned one: ";
        point.findings().report(Diagnostic.of(code(), e.span(),
                        what + Phrases.range(convert.operand(), point) + " does not fit " + type.range() + ".",
                        "The lost part is gone without a trace, and the rest is taken for the value.",
                        "Check the value before ('if (x > MAX) throw ...'), declare its source with the range that it has, "
                                + "or write Uint8/Uint16/Uint32.truncate(x) where only the low bits are meant.")
                .withFacts(point.facts(convert.operand())));
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (flow.target() instanceof Type.Int type && flow.value().type() instanceof Type.Int) {
            boolean bounded = true;
            for (Type.Bound bound : type.bounds()) {
                bounded &= bound(flow, bound, point);
            }
            // The bound says more than the range that follows from it.
            if (bounded) {
                range(flow, type, point);
            }
        }
    }

    private void range(Flow flow, Type.Int type, Point point) {
        // A wider carrier needs no proof, nor does a value whose own type promises no more.
        Interval carrier = ((Type.Int) flow.value().type()).java().range();
        if (type.range().contains(carrier) && !Terms.isUnsigned64(flow.value().type())) {
            return;
        }
        if (point.within(flow.value(), type.range())) {
            point.findings().proved(KIND, flow.value());
            return;
        }
        point.findings().report(Diagnostic.of(code(), flow.span(),
                        Phrases.range(flow.value(), point) + " may not fit " + flow.place() + ", declared " + type.range() + ".",
                        WHY,
                        "Check the value before ('if (x > " + type.range().max() + ") throw ...'), or declare "
                                + flow.place() + " with the range that it needs.")
                .withFacts(point.facts(flow.value())));
    }

    private boolean bound(Flow flow, Type.Bound bound, Point point) {
        Optional<Linear> term = point.linear(bound.term());
        String relation = bound.strict() ? "less than" : "at most";
        if (term.isPresent()) {
            Linear limit = bound.strict() ? term.get().plus(-1) : term.get();
            if (point.atMost(flow.value(), limit)) {
                point.findings().proved(KIND, bound.term());
                return true;
            }
        }
        String limit = term.map(t -> Phrases.limit(t, point)).orElse(Phrases.source(bound.term()));
        point.findings().report(Diagnostic.of(code(), flow.span(),
                        Phrases.range(flow.value(), point) + " is not known to be " + relation + " " + limit + ", as " + flow.place()
                                + " declares.",
                        WHY,
                        "Compare the two before: 'if (" + Phrases.source(flow.value()) + (bound.strict() ? " >= " : " > ")
                                + term.map(Linear::toString).orElse("...") + ") throw new DriverException(Errno.EINVAL);'.")
                .withFacts(point.facts(flow.value(), bound.term())));
        return false;
    }
}
