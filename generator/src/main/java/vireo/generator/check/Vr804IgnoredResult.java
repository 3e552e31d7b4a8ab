// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** A result is used, and a caught error is handled. */
final class Vr804IgnoredResult implements ProgramCheck {
    @Override
    public String code() {
        return "VR804";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> visit(statement, program, findings)));
        }
    }

    private void visit(Stmt statement, Program program, Findings findings) {
        if (statement instanceof Stmt.Call call && !(call.resultType() instanceof Type.Void)) {
            boolean discardable = program.method(call.method()).map(MethodDecl::discardable).orElse(false);
            String name = program.method(call.method()).map(Flows::name).orElse(call.method());
            result(statement, name, call.resultIgnored() && !discardable, findings);
        } else if (statement instanceof Stmt.ForeignCall call && call.function().mustUse()) {
            result(statement, call.function().javaName(), call.resultIgnored(), findings);
        } else if (statement instanceof Stmt.Try guarded && guarded.handler().isPresent() && isEmpty(guarded.handler().get())) {
            findings.report(Diagnostic.of(code(), guarded.span(), "The catch clause does nothing: the error is lost.",
                    "The driver would go on as if the failed step had succeeded.",
                    "Handle the error, log it with Log.warn, or let it go on to the caller."));
        }
    }

    private void result(Stmt statement, String name, boolean ignored, Findings findings) {
        if (!ignored) {
            findings.proved("results", statement);
            return;
        }
        findings.report(Diagnostic.of(code(), statement.span(), "The result of " + name + " is ignored.",
                "A result that nobody looks at may be an error, a completion, or an object that nobody will release.",
                "Use the result, or mark the method @Discardable where ignoring it is right for every caller."));
    }

    private static boolean isEmpty(List<Stmt> body) {
        return body.stream().allMatch(s -> s instanceof Stmt.Comment || s instanceof Stmt.Block block && isEmpty(block.body()));
    }
}
