// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * A branch, a loop and a method do something. Where nothing is to be done, a comment says so; an interface's method may have nothing to do
 * in one of its classes, and a method that ends its object has done that by being called.
 */
final class Vr116Empty implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Set<String> dictated = new HashSet<>();
        calls.implementations().values().stream().flatMap(List::stream).forEach(method -> dictated.add(method.key()));
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty()) {
                continue;
            }
            Statements.walk(method.body().get(), statement -> statement(statement, findings));
            boolean own = method.kind() != MethodDecl.Kind.CONSTRUCTOR && !dictated.contains(method.key()) && !method.movesReceiver();
            if (own && isEmpty(method.body().get())) {
                report(method.span(), "The method '" + method.name() + "' does nothing.", findings);
            }
        }
    }

    private void statement(Stmt statement, Findings findings) {
        if (statement instanceof Stmt.If branch && isEmpty(branch.then())) {
            report(branch.condition().span(), "Nothing is done where this holds.", findings);
        } else if (statement instanceof Stmt.Loop loop && isEmpty(loop.body()) && loop.header().isEmpty() && loop.update().isEmpty()) {
            report(loop.condition().span(), "The loop does nothing.", findings);
        } else if (statement instanceof Stmt.Switch choice) {
            for (Stmt.Case one : choice.cases()) {
                if (isEmpty(one.body())) {
                    report(one.span(), "Nothing is done in this case.", findings);
                }
            }
        }
    }

    /** Without a statement, and without a comment. */
    private static boolean isEmpty(List<Stmt> body) {
        return body.stream().allMatch(statement -> statement instanceof Stmt.Block block && isEmpty(block.body()));
    }

    private void report(Span span, String what, Findings findings) {
        findings.report(Diagnostic.of(code(), span, what,
                "What was to be done there got lost, or the test is not needed.",
                "Write what is to be done, or delete the test; where nothing is to be done on purpose, say why in a comment."));
    }
}
