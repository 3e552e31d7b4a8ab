// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** A variable is read. A catch clause must name what it caught, so that name may stay unread; what is caught, VR804 looks after. */
final class Vr116Variable implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> {
                Set<Local> read = LocalReads.of(method);
                Statements.walk(body, statement -> {
                    if (statement instanceof Stmt.Declare declared && !read.contains(declared.local())) {
                        variable(declared.local(), findings);
                    }
                });
            });
        }
    }

    private void variable(Local local, Findings findings) {
        if (local.kind() == Local.Kind.VARIABLE) {
            Span span = local.span();
            findings.report(Diagnostic.of(code(), span, "The variable '" + local.name() + "' is never read.",
                    "Its value was worked out for something; mostly another name stands where this one was meant.",
                    "Use it where it belongs, or delete it. Keep a call or a read of a register that has to happen as a statement of its own."));
        }
    }
}
