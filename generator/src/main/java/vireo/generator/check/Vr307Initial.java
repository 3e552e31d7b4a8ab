// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** A reference that may not be null is stored by the constructor; the elements of a new array are null. */
final class Vr307Initial implements PointCheck {
    private static final String WHY = "It is null until something is stored, and using a null pointer in the kernel is a crash at best.";

    @Override
    public String code() {
        return "VR307";
    }

    @Override
    public void exit(Point point) {
        ConstructorEnd.at(point).ifPresent(end -> fields(end.owner(), end.assigned(), point));
    }

    private void fields(TypeDecl.ClassDecl owner, Set<FieldDecl> assigned, Point point) {
        for (FieldDecl field : owner.fields()) {
            boolean reference = Vr307Null.isReference(field.type()) && !Vr307Null.nullable(field.type());
            // javac makes sure of final fields.
            if (reference && !field.isFinal() && !assigned.contains(field) && !point.values().isStored(point.state(), field)) {
                point.findings().report(Diagnostic.of(code(), field.span(),
                        "The constructor leaves '" + field.name() + "' null, which is not declared @Nullable.", WHY,
                        "Store an object in the constructor, or declare the field @Nullable."));
            } else if (field.type() instanceof Type.Array array && Vr307Null.isReference(array.element())
                    && !Vr307Null.nullable(array.element())) {
                point.findings().report(Diagnostic.of(code(), field.span(),
                        "The elements of '" + field.name() + "' are null at first, but are not declared @Nullable.", WHY,
                        "Declare the elements @Nullable, and test them before they are used."));
            }
        }
    }
}
