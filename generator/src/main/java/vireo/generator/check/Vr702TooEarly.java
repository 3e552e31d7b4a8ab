// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.check.milestone.StageEvidence;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** What a device understands from some stage on is done to a device that has reached the stage, by what its evidence holds. */
final class Vr702TooEarly implements ProtocolCheck {
    @Override
    public String code() {
        return "VR702";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        StageEvidence evidence = new StageEvidence(milestones);
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                called(statement, method, milestones, evidence, findings);
                written(statement, method, program, evidence, findings);
            }));
        }
    }

    private void called(Stmt statement, MethodDecl method, Milestones milestones, StageEvidence evidence, Findings findings) {
        Optional<String> needed = milestones.meanings().of(statement).stage();
        if (needed.isEmpty() || !(statement instanceof Stmt.Call call)) {
            return;
        }
        MethodDecl callee = milestones.calls().program().method(CallGraph.target(call).orElseThrow()).orElseThrow();
        boolean shown = call.receiver().isPresent() ? evidence.shows(method, call.receiver().get(), needed.get())
                : call.arguments().stream().anyMatch(a -> evidence.shows(method, a, needed.get()));
        // Who implements what needs the stage is called by those who have shown it.
        boolean own = call.receiver().filter(Expr.This.class::isInstance).isPresent()
                && milestones.meanings().of(method).stage().equals(needed);
        if (shown || own) {
            findings.proved("stages", statement);
        } else {
            findings.report(Diagnostic.of(code(), statement.span(),
                    Flows.name(callee) + " is called by who cannot show that the device has come so far.",
                    "A device that is not ready loses the message, or takes it for something else.", fix(needed.get())));
        }
    }

    private void written(Stmt statement, MethodDecl method, Program program, StageEvidence evidence, Findings findings) {
        if (!(statement instanceof Stmt.WriteRegister write) || !(write.register() instanceof Expr.RegisterRef ref)) {
            return;
        }
        Optional<String> needed = program.type(ref.register().owner()).filter(TypeDecl.BlockDecl.class::isInstance)
                .flatMap(t -> ((TypeDecl.BlockDecl) t).stage());
        if (needed.isPresent() && evidence.shows(method, ref.block(), needed.get())) {
            findings.proved("stages", statement);
        } else if (needed.isPresent()) {
            findings.report(Diagnostic.of(code(), statement.span(),
                    "'" + ref.register().name() + "' is written by who cannot show that the device has come so far.",
                    "Before that stage the device has not agreed on what the register means: it may ignore the write, or misread it.",
                    fix(needed.get())));
        }
    }

    private static String fix(String stage) {
        return "Take a '" + stage.substring(stage.lastIndexOf('.') + 1)
                + "' as parameter here, or in the constructor of this class, and come to the device by it.";
    }
}
