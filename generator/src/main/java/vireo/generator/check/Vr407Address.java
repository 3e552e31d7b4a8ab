// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.check.fact.Places;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Type;

/** The address of memory that one side writes does not go where that of memory of the other side's is wanted. */
final class Vr407Address implements PointCheck {
    private MethodDecl last;
    private Sides sides;

    @Override
    public String code() {
        return "VR407";
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!(flow.value().type() instanceof Type.Int) || !(flow.target() instanceof Type.Int) || flow.value() instanceof Expr.NamedConst) {
            return;
        }
        if (last != point.method()) {
            last = point.method();
            sides = new Sides(last, new Places(last));
        }
        Sides.Kind wanted = Sides.declared(flow.target());
        Sides.Kind given = sides.ofAddress(flow.value()).kind();
        boolean said = given == Sides.Kind.DRIVER || given == Sides.Kind.DEVICE || given == Sides.Kind.EITHER;
        if (wanted == Sides.Kind.UNDECLARED) {
            if (said && isKept(flow.place())) {
                point.findings().report(forgotten(flow, given));
            }
        } else if (given == wanted) {
            point.findings().proved("posted memory", flow.value());
        } else if (said || flow.place().startsWith("the parameter")) {
            point.findings().report(refusal(flow, wanted, given));
        }
    }

    /** Whether others get the number from there, and know no more of it than the place declares. */
    private static boolean isKept(String place) {
        return place.startsWith("the field") || place.startsWith("an element") || place.startsWith("the component")
                || place.startsWith("the result");
    }

    private Diagnostic forgotten(Flow flow, Sides.Kind given) {
        return Diagnostic.of(code(), flow.span(),
                "'" + Phrases.source(flow.value()) + "', the address of memory that one side writes, goes to " + flow.place()
                        + ", which does not say so.",
                "Whoever takes it from there may post the memory the other way round.",
                "Declare it @WrittenBy(Side." + (given == Sides.Kind.DRIVER ? "DRIVER" : "DEVICE") + ") there too.");
    }

    private Diagnostic refusal(Flow flow, Sides.Kind wanted, Sides.Kind given) {
        boolean declared = given == Sides.Kind.DRIVER || given == Sides.Kind.DEVICE;
        return Diagnostic.of(code(), flow.span(),
                "'" + Phrases.source(flow.value()) + "' goes to " + flow.place() + ", the address of memory that "
                        + (wanted == Sides.Kind.DEVICE ? "the device" : "the driver") + " writes, and "
                        + (declared ? "is that of memory that the other side writes." : "nothing says who writes what lies there."),
                "A device that may write what the driver relies on changes it at any time; one that may not write where it should answer does"
                        + " not answer.",
                "Declare who writes the memory where its address is worked out: @WrittenBy(Side.DEVICE) or @WrittenBy(Side.DRIVER), on a"
                        + " variable, a field or the method that returns it.");
    }
}
