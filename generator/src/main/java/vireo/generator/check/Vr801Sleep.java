// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Nothing that an interrupt handler does, itself or by what it calls, may wait. */
final class Vr801Sleep implements Check {
    private final Interrupts interrupts;
    private final CallGraph calls;

    Vr801Sleep(Interrupts interrupts, CallGraph calls) {
        this.interrupts = interrupts;
        this.calls = calls;
    }

    @Override
    public String code() {
        return "VR801";
    }

    void run(Findings findings) {
        for (MethodDecl method : calls.methods()) {
            if (interrupts.reach(method) && method.body().isPresent()) {
                Statements.walk(method.body().get(), statement -> {
                    Optional<String> why = sleeps(statement);
                    if (why.isPresent()) {
                        findings.report(refusal(method, statement, why.get()));
                    } else if (CallGraph.target(statement).isPresent() || statement instanceof Stmt.ForeignCall) {
                        findings.proved("contexts", statement);
                    }
                });
            }
        }
    }

    private Optional<String> sleeps(Stmt statement) {
        if (statement instanceof Stmt.ForeignCall call && Sleeping.maySleep(call.function())) {
            return Optional.of("'" + call.function().javaName() + "' may wait");
        }
        if (statement instanceof Stmt.New) {
            return Optional.of("An object is allocated, which may wait for memory");
        }
        if (statement instanceof Stmt.Call call && calls.targets(call.method()).isEmpty()) {
            return Optional.of("The kernel's own code is called, which may wait");
        }
        return Optional.empty();
    }

    private Diagnostic refusal(MethodDecl method, Stmt statement, String what) {
        Diagnostic diagnostic = Diagnostic.of(code(), statement.span(), what + ", and this runs in interrupt context.",
                "An interrupt handler that waits stops the processor, or waits for something that only runs once it has ended.",
                "Note what happened with Events.signal, and do the work in the thread that waits for the event.");
        Interrupts.Way way = interrupts.way(method);
        for (int depth = 0; way.from() != null && depth < 16; depth++) {
            diagnostic = diagnostic.with(new Diagnostic.Label(way.call(), "called here, in interrupt context"));
            way = interrupts.way(way.from());
        }
        return diagnostic;
    }
}
