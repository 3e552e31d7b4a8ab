// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallEffects;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * State that an interrupt handler shares with the rest of the driver goes through Events: what one of them writes after construction, a
 * field or a cell of device-visible memory, the other does not touch; a register that one of them changes bit by bit the other does not
 * write, and the two do not select by the same register.
 */
final class Vr802Race implements Check {
    /** From here on a handler may run. */
    private static final String REQUEST = "vireo_interrupt_request";

    private final Interrupts interrupts;
    private final CallGraph calls;
    private final FieldWrites stores;
    private final Program program;

    Vr802Race(Program program, Interrupts interrupts, CallGraph calls, FieldWrites stores) {
        this.program = program;
        this.interrupts = interrupts;
        this.calls = calls;
        this.stores = stores;
    }

    @Override
    public String code() {
        return "VR802";
    }

    /** Where everything is written and touched, first of all places; what is, by its declaration. */
    private record Accesses(FieldWrites stores, Map<Object, Span> writes, Map<Object, Span> touches, Map<RegisterDecl, Span> given,
            Map<RegisterDecl, Span> read) {
        Accesses(FieldWrites stores) {
            this(stores, new LinkedHashMap<>(), new HashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        }

        void of(Stmt statement) {
            written(stores.itself(statement), statement);
            Statements.expressions(statement).forEach(e -> reads(e, statement.span()));
            if (statement instanceof Stmt.WriteCell write) {
                cell(write.cell()).ifPresent(cell -> written(Set.of(cell), statement));
            } else if (statement instanceof Stmt.ReadCell read) {
                cell(read.cell()).ifPresent(cell -> touches.putIfAbsent(cell, statement.span()));
            } else if (statement instanceof Stmt.WriteRegister write && write.register() instanceof Expr.RegisterRef ref) {
                given.putIfAbsent(ref.register(), statement.span());
            } else if (statement instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref) {
                this.read.putIfAbsent(ref.register(), statement.span());
            }
        }

        void written(Set<?> what, Stmt statement) {
            what.forEach(one -> {
                writes.putIfAbsent(one, statement.span());
                touches.putIfAbsent(one, statement.span());
            });
        }

        private static Optional<DmaDecl.Field> cell(Expr e) {
            Expr of = e instanceof Expr.DmaElement element ? element.array() : e;
            return of instanceof Expr.DmaField field ? Optional.of(field.field()) : Optional.empty();
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
        CallEffects<Boolean> requests = new CallEffects<>(calls, statement -> statement instanceof Stmt.ForeignCall call
                && call.function().cName().equals(REQUEST) ? Set.of(true) : Set.of());
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty()) {
                continue;
            }
            if (interrupts.reach(method)) {
                Statements.walk(method.body().get(), inside::of);
            }
            if (interrupts.isReachedElsewhere(method)) {
                Statements.walk(method.body().get(), outside::of);
            } else if (method.kind() == MethodDecl.Kind.CONSTRUCTOR && !requests.of(method).isEmpty()) {
                listening(method, requests).forEach(statement -> {
                    outside.of(statement);
                    outside.written(stores.of(statement), statement);
                });
            }
        }
        inside.writes().forEach((what, write) -> report(what, write, outside.touches().get(what), "touched outside here", findings));
        outside.writes().forEach((what, write) -> {
            if (!inside.writes().containsKey(what)) {
                report(what, write, inside.touches().get(what), "touched in interrupt context here", findings);
            }
        });
        inside.given().forEach((register, write) -> register(register, write, inside, outside, findings));
    }

    /** What a constructor does once a handler may run. */
    private Set<Stmt> listening(MethodDecl method, CallEffects<Boolean> requests) {
        Set<Stmt> found = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        Set<Node> seen = new HashSet<>();
        for (Node node : Cfg.of(method, program).reversePostOrder()) {
            if (node.kind() == Node.Kind.STATEMENT && !requests.of(node.statement().orElseThrow()).isEmpty()) {
                node.out().stream().filter(edge -> !edge.threw()).forEach(edge -> open.add(edge.to()));
            }
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (seen.add(node)) {
                if (node.kind() == Node.Kind.STATEMENT) {
                    found.add(node.statement().orElseThrow());
                }
                node.out().forEach(edge -> open.add(edge.to()));
            }
        }
        return found;
    }

    /** A register that both write: harmless where each writes all of it, and nothing else depends on it. */
    private void register(RegisterDecl register, Span write, Accesses inside, Accesses outside, Findings findings) {
        Span other = outside.given().get(register);
        if (other == null) {
            return;
        }
        boolean changed = register.access() == RegisterDecl.Access.READ_WRITE
                && (inside.read().containsKey(register) || outside.read().containsKey(register));
        boolean selects = program.types().stream().filter(TypeDecl.BlockDecl.class::isInstance).map(TypeDecl.BlockDecl.class::cast)
                .filter(block -> block.name().equals(register.owner())).flatMap(block -> block.registers().stream())
                .anyMatch(one -> one.selectedBy().filter(register.name()::equals).isPresent());
        if (!changed && !selects) {
            findings.proved("contexts", register);
            return;
        }
        findings.report(Diagnostic.of(code(), write,
                "The register '" + register.name() + "' is written here, in interrupt context, and outside as well"
                        + (selects ? ", and selects what other registers show." : ", where its bits are changed one by one."),
                selects ? "The interrupt may come between the choice and the access that it is for, which then goes elsewhere."
                        : "The interrupt may come between the read and the write of the other: what it wrote is undone.",
                "Write the register in one of the two only: signal an event, and let the thread do it.")
                .with(new Diagnostic.Label(other, "written outside here")));
    }

    private void report(Object what, Span write, Span other, String where, Findings findings) {
        if (other == null) {
            findings.proved("contexts", what);
            return;
        }
        String name = what instanceof FieldDecl field ? "The field '" + field.name() : "The cell '" + ((DmaDecl.Field) what).name();
        findings.report(Diagnostic.of(code(), write,
                name + "' is written here, and an interrupt may come between this and its use elsewhere.",
                "Handler and thread run at the same time, on two processors even: one of them sees half of what the other does, or nothing.",
                "Signal an event instead (Events.signal, take, await), or make the field final and set it in the constructor, before the"
                        + " handler is requested.")
                .with(new Diagnostic.Label(other, where)));
    }
}
