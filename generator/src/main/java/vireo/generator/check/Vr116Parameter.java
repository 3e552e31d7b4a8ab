// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * A method reads what it asks for. Where an interface says what a method takes, its implementations may leave something aside; a record
 * that stands for a stage of the device is asked for to be shown.
 */
final class Vr116Parameter implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Set<String> dictated = new HashSet<>();
        calls.implementations().values().stream().flatMap(List::stream).forEach(method -> dictated.add(method.key()));
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty() || dictated.contains(method.key())) {
                continue;
            }
            Set<Local> read = LocalReads.of(method);
            for (Local parameter : method.parameters()) {
                if (!read.contains(parameter) && !isProof(parameter, program)) {
                    findings.report(Diagnostic.of(code(), parameter.span(),
                            "The parameter '" + parameter.name() + "' of " + Flows.name(method) + " is never read.",
                            "The caller takes care of a value that makes no difference; mostly another name stands where this one was meant.",
                            "Use it where it belongs, or leave it out here and at every call."));
                }
            }
        }
    }

    private static boolean isProof(Local parameter, Program program) {
        return parameter.type() instanceof Type.Value value
                && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record && record.stage().isPresent();
    }
}
