// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.value.Linear;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** A field or an element that the constructor leaves at zero may be zero by its declaration. */
final class Vr302Initial implements PointCheck {
    @Override
    public String code() {
        return "VR302";
    }

    @Override
    public void exit(Point point) {
        ConstructorEnd.at(point).ifPresent(end -> fields(end.owner(), end.assigned(), point));
    }

    private void fields(TypeDecl.ClassDecl owner, Set<FieldDecl> assigned, Point point) {
        for (FieldDecl field : owner.fields()) {
            Type type = Substitution.of(new Expr.This(new Type.Object(owner.name(), false), field.span())).apply(field.type());
            if (type instanceof Type.Int number && !field.isFinal() && !assigned.contains(field)) {
                zero(field, number, "the field '" + field.name() + "'", point);
            } else if (type instanceof Type.Array array && array.element() instanceof Type.Int number) {
                zero(field, number, "the elements of '" + field.name() + "'", point);
            }
        }
    }

    private void zero(FieldDecl field, Type.Int type, String place, Point point) {
        boolean fits = type.range().contains(BigInteger.ZERO);
        for (Type.Bound bound : type.bounds()) {
            Optional<Linear> term = point.linear(bound.term());
            Linear least = point.values().number(bound.strict() ? 1 : 0);
            fits &= term.isPresent() && point.values().atMost(point.state(), least, term.get());
        }
        if (fits) {
            point.findings().proved("ranges", field);
            return;
        }
        point.findings().report(Diagnostic.of(code(), field.span(),
                "The constructor leaves " + place + " at zero, which the declaration does not allow.",
                "What relies on the declaration would be wrong until the first store.",
                "Store a value in the constructor, or widen the declaration."));
    }
}
