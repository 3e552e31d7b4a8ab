// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.Map;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * State that an interrupt handler shares with the rest of the driver goes through Events: a field that one of them writes after
 * construction, the other does not touch.
 */
final class Vr802Race implements Check {
    private final Interrupts interrupts;
    private final CallGraph calls;
    private final FieldWrites stores;

    Vr802Race(Interrupts interrupts, CallGraph calls, FieldWrites stores) {
        this.interrupts = interrupts;
        this.calls = calls;
        this.stores = stores;
    }

    @Override
    public String code() {
        return "VR802";
    }

    /** Where each field is written and touched, first of all places. */
    private record Accesses(FieldWrites stores, Map<FieldDecl, Span> writes, Map<FieldDecl, Span> touches) {
        Accesses(FieldWrites stores) {
            this(stores, new HashMap<>(), new HashMap<>());
        }

        void of(Stmt statement) {
            stores.itself(statement).forEach(field -> {
                writes.putIfAbsent(field, statement.span());
                touches.putIfAbsent(field, statement.span());
            });
            Statements.expressions(statement).forEach(e -> reads(e, statement.span()));
        }

        private void reads(Expr e, Span at) {
            if (e instanceof Expr.Field field) {
                touches.putIfAbsent(field.field(), at);
            }
            Expressions.operands(e).forEach(operand -> reads(operand, at));
        }
    }

    void run(Findings findings) {
        if (interrupts.isEmpty()) {
            return;
        }
        Accesses inside = new Accesses(stores);
        Accesses outside = new Accesses(stores);
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty()) {
                continue;
            }
            if (interrupts.reach(method)) {
                Statements.walk(method.body().get(), inside::of);
            }
            if (interrupts.isReachedElsewhere(method)) {
                Statements.walk(method.body().get(), outside::of);
            }
        }
        inside.writes().forEach((field, write) -> report(field, write, outside.touches().get(field), "touched outside here", findings));
        outside.writes().forEach((field, write) -> {
            if (!inside.writes().containsKey(field)) {
                report(field, write, inside.touches().get(field), "touched in interrupt context here", findings);
            }
        });
    }

    private void report(FieldDecl field, Span write, Span other, String where, Findings findings) {
        if (other == null) {
            findings.proved("contexts", field);
            return;
        }
        findings.report(Diagnostic.of(code(), write,
                "The field '" + field.name() + "' is written here, and an interrupt may come between this and its use elsewhere.",
                "Handler and thread run at the same time, on two processors even: one of them sees half of what the other does, or nothing.",
                "Signal an event instead (Events.signal, take, await), or make the field final and set it in the constructor.")
                .with(new Diagnostic.Label(other, where)));
    }
}
