// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** An implementation takes all that its interface lets callers pass, and gives no more than the interface promises. */
final class Vr302Contract implements ProgramCheck {
    private static final String WHY = "javac does not compare these annotations, and callers know the interface's only.";

    @Override
    public String code() {
        return "VR302";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        calls.implementations().forEach((key, implementations) -> {
            MethodDecl declared = program.method(key).orElseThrow();
            for (MethodDecl implementation : implementations) {
                compare(declared, implementation, findings);
            }
        });
    }

    private void compare(MethodDecl declared, MethodDecl implementation, Findings findings) {
        for (int i = 0; i < declared.parameters().size(); i++) {
            Local wide = declared.parameters().get(i);
            Local narrow = implementation.parameters().get(i);
            if (!fits(wide.type(), narrow.type())) {
                findings.report(Diagnostic.of(code(), narrow.span(),
                        "The parameter '" + narrow.name() + "' takes less than " + Flows.name(declared) + " lets callers pass: "
                                + text(narrow.type()) + " instead of " + text(wide.type()) + ".",
                        WHY, "Declare both alike, or check the value inside the method.")
                        .with(new Diagnostic.Label(wide.span(), "declared here")));
            }
        }
        if (!fits(implementation.result(), declared.result())) {
            findings.report(Diagnostic.of(code(), implementation.span(),
                    Flows.name(implementation) + " may return more than " + Flows.name(declared) + " promises: "
                            + text(implementation.result()) + " instead of " + text(declared.result()) + ".",
                    WHY, "Declare both results alike.")
                    .with(new Diagnostic.Label(declared.span(), "declared here")));
        }
    }

    /** Whether every value of {@code from} is one of {@code to}. */
    private static boolean fits(Type from, Type to) {
        if (!(from instanceof Type.Int source) || !(to instanceof Type.Int target)) {
            return true;
        }
        return target.range().contains(source.range())
                && (source.bits() & ~target.bits()) == 0
                && target.bounds().size() <= source.bounds().size()
                && source.qualifiers().equals(target.qualifiers());
    }

    private static String text(Type type) {
        if (!(type instanceof Type.Int number)) {
            return type.toString();
        }
        Interval range = number.range();
        return range + (number.bounds().isEmpty() ? "" : " with bounds") + (number.qualifiers().isEmpty() ? "" : " " + number.qualifiers());
    }
}
