// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** Objects are allocated while a device is probed, and never in a loop that counts to nothing. */
final class Vr104Allocation implements ProgramCheck {
    private static final String WHY =
            "An allocation on a request path may sleep or fail where the driver cannot afford either, as in an interrupt handler.";

    @Override
    public String code() {
        return "VR104";
    }

    /** Where a method allocates: itself, or in what it calls. */
    private record Reason(Span span, MethodDecl through) {}

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Map<String, Reason> reasons = new HashMap<>();
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                if (statement instanceof Stmt.New) {
                    reasons.putIfAbsent(method.key(), new Reason(statement.span(), null));
                }
            }));
            method.body().ifPresent(body -> loops(body, findings));
        }
        spread(calls, reasons);
        Set<String> reported = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            boolean setUp = method.probe() || method.kind() == MethodDecl.Kind.CONSTRUCTOR;
            if (!setUp && !method.isPrivate() && method.body().isPresent() && reasons.containsKey(method.key())) {
                if (reported.add(method.key())) {
                    report(method, reasons, findings);
                }
            }
        }
    }

    /** Callers of what allocates allocate, but a constructor's caller does by its own {@code new}. */
    private static void spread(CallGraph calls, Map<String, Reason> reasons) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (MethodDecl method : calls.methods()) {
                if (reasons.containsKey(method.key())) {
                    continue;
                }
                for (CallGraph.Site site : calls.callsOf(method)) {
                    if (reasons.containsKey(site.callee().key()) && site.callee().kind() != MethodDecl.Kind.CONSTRUCTOR) {
                        reasons.put(method.key(), new Reason(site.span(), site.callee()));
                        grew = true;
                        break;
                    }
                }
            }
        }
    }

    private void report(MethodDecl method, Map<String, Reason> reasons, Findings findings) {
        Reason reason = reasons.get(method.key());
        String what = reason.through() == null
                ? Flows.name(method) + " allocates an object, and is not part of probing."
                : Flows.name(method) + " allocates by way of " + Flows.name(reason.through()) + ", and is not part of probing.";
        Diagnostic diagnostic = Diagnostic.of(code(), reason.span(), what, WHY,
                "Allocate in a constructor or in a method marked @Probe and keep the object in a field, or mark this method @Probe.");
        MethodDecl next = reason.through();
        Set<String> seen = new HashSet<>();
        while (next != null && seen.add(next.key())) {
            Reason deeper = reasons.get(next.key());
            diagnostic = diagnostic.with(new Diagnostic.Label(deeper.span(), deeper.through() == null
                    ? "allocated here"
                    : "by way of " + Flows.name(deeper.through())));
            next = deeper.through();
        }
        findings.report(diagnostic);
    }

    private void loops(List<Stmt> body, Findings findings) {
        Statements.walk(body, statement -> {
            if (statement instanceof Stmt.Loop loop && !isCounted(loop)) {
                Statements.walk(loop.body(), inner -> {
                    if (inner instanceof Stmt.New) {
                        findings.report(Diagnostic.of(code(), inner.span(), "An object is allocated in a loop without a provable bound.",
                                "A device or a long list would decide how much kernel memory the driver takes.",
                                "Count the loop: 'for (int i = 0; i < MAX; i++)', with a break where it may end early.")
                                .with(new Diagnostic.Label(loop.span(), "this loop may go on for ever")));
                    }
                });
            }
        });
    }

    /** {@code for (..; i < n; i++)}, where the body leaves i alone. */
    private static boolean isCounted(Stmt.Loop loop) {
        Optional<Local> counter = counter(loop.condition());
        if (counter.isEmpty()) {
            return false;
        }
        boolean[] steps = {false};
        boolean[] disturbed = {false};
        Statements.walk(loop.update(), s -> steps[0] |= s instanceof Stmt.Assign assign && assign.local().equals(counter.get())
                && isStep(assign.value(), counter.get()));
        Statements.walk(loop.body(), s -> disturbed[0] |= Statements.assigned(s).equals(counter));
        return steps[0] && !disturbed[0];
    }

    private static Optional<Local> counter(Expr condition) {
        if (condition instanceof Expr.Binary e) {
            if (e.op() == Expr.BinaryOp.AND) {
                return counter(e.left()).or(() -> counter(e.right()));
            }
            boolean order = e.op() == Expr.BinaryOp.LT || e.op() == Expr.BinaryOp.LE;
            if (order && e.left() instanceof Expr.Get get) {
                return Optional.of(get.local());
            }
        }
        return Optional.empty();
    }

    private static boolean isStep(Expr value, Local counter) {
        return value instanceof Expr.Binary sum && sum.op() == Expr.BinaryOp.ADD
                && sum.left() instanceof Expr.Get get && get.local().equals(counter)
                && sum.right() instanceof Expr.Const step && step.value().signum() > 0;
    }
}
