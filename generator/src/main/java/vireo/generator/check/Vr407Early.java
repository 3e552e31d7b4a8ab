// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import vireo.generator.check.fact.CallEffects;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** What the device writes is read once it has given it back, and not before. */
final class Vr407Early implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Deliveries deliveries;
    private final Vr605Beyond beyond = new Vr605Beyond();

    Vr407Early(Program program, CallGraph calls, FieldWrites writes, Deliveries deliveries) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.deliveries = deliveries;
    }

    @Override
    public String code() {
        return "VR407";
    }

    void run(Findings findings) {
        CallEffects<Boolean> publishing = new CallEffects<>(calls, statement ->
                statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH ? Set.of(true) : Set.of());
        new Proofs(program, calls, writes, (method, places) ->
                new Completions(deliveries, publishing, places, deliveries.tells(method), findings))
                .run((method, need, lost) -> {
                    boolean completed = need.subject() == Completions.Subject.BEYOND
                            || need.subject() == Completions.Subject.EARLY && deliveries.tells(method);
                    Diagnostic diagnostic = completed ? beyond.refusal(need) : early(need);
                    findings.report(lost.isPresent() && !completed ? diagnostic.with(new Diagnostic.Label(lost.get(), "from here on the device may have the memory again")) : diagnostic);
                });
    }

    private Diagnostic early(Need need) {
        Diagnostic diagnostic = Diagnostic.of(code(), need.span(), what((Completions.Subject) need.subject()),
                "Until the device has given memory back it may be writing it: what is read is old, half new, or a lie that changes under the"
                        + " reader.",
                "Take a completion first: test the request that it names (@Completed), and read the bytes that it says were written"
                        + " (@Delivered).");
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without a completion"));
        }
        return diagnostic;
    }

    private static String what(Completions.Subject subject) {
        return switch (subject) {
            case CELL -> "A cell that the device writes is read, and on some way here no completion was taken.";
            case CLAIM -> "This constant says that the device has written everything, and on some way here nobody has found that.";
            case HANDED_OVER -> "Memory that the device may have been given again is read, with a number that speaks of what it wrote before.";
            default -> "Device-visible bytes are read, and nothing says that the device has written them.";
        };
    }
}
