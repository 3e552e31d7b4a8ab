// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** A method with several ways out tells its caller which one it took, or has nothing to tell. */
final class Vr118Result implements ProgramCheck {
    @Override
    public String code() {
        return "VR118";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Set<String> dictated = new HashSet<>();
        calls.implementations().values().stream().flatMap(List::stream).forEach(method -> dictated.add(method.key()));
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty() || dictated.contains(method.key())) {
                continue;
            }
            List<Expr> results = new ArrayList<>();
            Statements.walk(method.body().get(), statement -> {
                if (statement instanceof Stmt.Return end) {
                    end.value().ifPresent(results::add);
                }
            });
            if (results.size() > 1) {
                OneValue.of(results).ifPresent(value -> findings.report(Diagnostic.of(code(), method.span(),
                        Flows.name(method) + " gives " + value + " on every way out.",
                        "The caller cannot tell one outcome from the other, and every test of the result is decided.",
                        "Return what happened, or return nothing.")));
            }
        }
    }
}
