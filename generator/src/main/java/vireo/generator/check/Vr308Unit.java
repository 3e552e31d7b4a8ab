// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.check.unit.Units;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;

/** Numbers of different units do not mix, and an implementation counts as its interface does. */
final class Vr308Unit implements ProgramCheck {
    private static final String WHY = "Callers know the interface's units only: what they pass in one is taken in another.";

    @Override
    public String code() {
        return "VR308";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Units units = new Units(program, findings::report);
        int agreed = 0;
        for (TypeDecl type : program.types()) {
            agreed += units.constants(type);
            fieldsOf(type).forEach(field -> units.bounds(field.type(), "'" + field.name() + "'", field.span()));
            for (MethodDecl method : Program.methodsOf(type)) {
                agreed += method.body().isPresent() ? units.method(method) : 0;
                method.parameters().forEach(p -> units.bounds(p.type(), "'" + p.name() + "'", p.span()));
                units.bounds(method.result(), "the result of " + method.name(), method.span());
            }
        }
        agreed += units.limits();
        findings.proved("units", agreed);
        calls.implementations().forEach((key, implementations) -> {
            MethodDecl declared = program.method(key).orElseThrow();
            implementations.forEach(implementation -> compare(declared, implementation, findings));
        });
    }

    private static List<FieldDecl> fieldsOf(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.fields();
        }
        return type instanceof TypeDecl.RecordDecl r ? r.components() : List.of();
    }

    private void compare(MethodDecl declared, MethodDecl implementation, Findings findings) {
        for (int i = 0; i < declared.parameters().size(); i++) {
            Local wide = declared.parameters().get(i);
            Local narrow = implementation.parameters().get(i);
            if (!Units.alike(wide.type(), narrow.type())) {
                findings.report(Diagnostic.of(code(), narrow.span(),
                        "The parameter '" + narrow.name() + "' is of another unit than in " + Flows.name(declared) + ".", WHY,
                        "Declare both alike.").with(new Diagnostic.Label(wide.span(), "declared here")));
            }
        }
        if (!Units.alike(declared.result(), implementation.result())) {
            findings.report(Diagnostic.of(code(), implementation.span(),
                    "The result of " + Flows.name(implementation) + " is of another unit than that of " + Flows.name(declared) + ".", WHY,
                    "Declare both alike.").with(new Diagnostic.Label(declared.span(), "declared here")));
        }
    }
}
