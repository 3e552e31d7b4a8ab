// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Optional;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** What a device understands from some stage on is done by those who can show that it has reached the stage. */
final class Vr702TooEarly implements ProtocolCheck {
    @Override
    public String code() {
        return "VR702";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                Optional<String> needed = milestones.meanings().of(statement).stage();
                if (needed.isPresent() && shows(method, needed.get(), program)) {
                    findings.proved("stages", statement);
                } else if (needed.isPresent()) {
                    String name = needed.get().substring(needed.get().lastIndexOf('.') + 1);
                    MethodDecl callee = program.method(CallGraph.target(statement).orElseThrow()).orElseThrow();
                    findings.report(Diagnostic.of(code(), statement.span(),
                            Flows.name(callee) + " is called by who cannot show that the device has come so far.",
                            "A device that is not ready loses the message, or takes it for something else.",
                            "Take a '" + name + "' as parameter here, or in the constructor of this class."));
                }
            }));
        }
    }

    private static boolean shows(MethodDecl method, String stage, Program program) {
        if (method.owner().equals(stage) || has(method.parameters(), stage)) {
            return true;
        }
        boolean ofObject = method.kind() == MethodDecl.Kind.INSTANCE;
        return ofObject && Program.methodsOf(program.type(method.owner()).orElseThrow()).stream()
                .anyMatch(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR && has(m.parameters(), stage));
    }

    private static boolean has(List<Local> parameters, String stage) {
        return parameters.stream().anyMatch(p -> p.type() instanceof Type.Value value && value.name().equals(stage));
    }
}
