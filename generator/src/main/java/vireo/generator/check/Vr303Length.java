// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Linear;
import vireo.generator.flow.value.Terms;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** An array that goes where a declaration ties the length to another value has that length. */
final class Vr303Length implements PointCheck {
    @Override
    public String code() {
        return "VR303";
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!Vr303Index.hasLength(flow.target()) || flow.value() instanceof Expr.NullConst) {
            return;
        }
        Optional<Linear> wanted = wanted(flow.target(), point);
        if (wanted.isEmpty()) {
            return;
        }
        Optional<Linear> length = point.length(flow.value());
        if (length.isPresent() && point.values().equal(point.state(), length.get(), wanted.get())) {
            point.findings().proved("bounds", flow.value());
            return;
        }
        String known = length.map(l -> Phrases.limit(l, point)).orElse("not known");
        point.findings().report(Diagnostic.of(code(), flow.span(),
                "The length of '" + Phrases.source(flow.value()) + "' is " + known + ", but " + flow.place() + " declares "
                        + Phrases.limit(wanted.get(), point) + ".",
                "Every index that is checked against the declared length could be out of bounds.",
                "Bind or create the array with exactly that length, or tie the source's declaration to the same value with @Length."));
    }

    private static Optional<Linear> wanted(Type target, Point point) {
        if (target instanceof Type.Array array && array.fixed().isPresent()) {
            return Optional.of(point.values().number(array.fixed().getAsInt()));
        }
        return Terms.lengthTerm(target).flatMap(point::linear);
    }
}
