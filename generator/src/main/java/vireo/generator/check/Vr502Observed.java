// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.source.Span;

/** An entry of a ring that the device writes is read only where the ring's index was observed and found to be beyond it. */
final class Vr502Observed implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;

    Vr502Observed(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    @Override
    public String code() {
        return "VR502";
    }

    void run(Findings findings) {
        Rings rings = new Rings(program);
        new Proofs(program, calls, writes, (method, places) -> new HandedOver(rings, places, findings))
                .run((method, need, lost) -> findings.report(refusal(need, lost)));
    }

    private Diagnostic refusal(Need need, Optional<Span> lost) {
        DmaDecl ring = (DmaDecl) need.subject();
        String index = ring.fields().stream().filter(DmaDecl.Field::published).findFirst().orElseThrow().name();
        Diagnostic diagnostic = Diagnostic.of(code(), need.span(),
                "An entry of " + ring.simpleName() + " may be read before the device has handed it over.",
                "Until '" + index + "' was observed to be beyond it the entry holds what stood there before, or half of what is to come.",
                "Observe '" + index + "' first, go on only where it differs from the counter that the entry's index is cut from, and"
                        + " move that counter after the entry was read.");
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without that"));
        }
        return lost.isPresent() ? diagnostic.with(new Diagnostic.Label(lost.get(), "the counter may move on here")) : diagnostic;
    }
}
