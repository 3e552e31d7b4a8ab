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
    private static final String WHY =
            "That the index differs from the counter says that there is news only as long as the counter is never beyond the index.";

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
        RingCounters counters = new RingCounters(rings, calls, Rings::isDeviceWritten);
        new Proofs(program, calls, writes, (method, places) -> new HandedOver(rings, counters, method, places, findings))
                .run((method, need, lost) -> findings.report(need.shown(refusal(need, lost))));
    }

    private Diagnostic refusal(Need need, Optional<Span> lost) {
        HandedOver.Subject subject = (HandedOver.Subject) need.subject();
        String ring = subject.ring().map(DmaDecl::simpleName).orElse("");
        String index = subject.ring().flatMap(r -> r.fields().stream().filter(DmaDecl.Field::published).findFirst())
                .map(DmaDecl.Field::name).orElse("the index");
        Diagnostic diagnostic = switch (subject.step()) {
            case READ -> Diagnostic.of(code(), need.span(),
                    "An entry of " + ring + " may be read before the device has handed it over.",
                    "Until '" + index + "' was observed to be beyond it the entry holds what stood there before, or half of what is to come.",
                    "Observe '" + index + "' first, go on only where it differs from the counter that the entry's index is cut from, and"
                            + " move that counter after the entry was read.");
            case LENT -> Diagnostic.of(code(), need.span(),
                    "The entries of " + ring + " are handed on, to be read at places that cannot be seen here.",
                    "Until '" + index + "' was observed to be beyond an entry it holds what stood there before, or half of what is to come.",
                    "Hand on the ring, or an entry that the device has handed over.");
            case MOVED -> Diagnostic.of(code(), need.span(),
                    "A counter of handed-over entries moves on where the device may have handed over none.", WHY,
                    "Observe the index first, and move the counter only where that differs from it.");
            case MOVED_OTHERWISE -> Diagnostic.of(code(), need.span(),
                    "A counter of handed-over entries gets a value that counts none of them.", WHY,
                    "Move the counter by Uint16.wrappingAdd(counter, 1), once for each entry that was handed over.");
            case BEGUN_ANEW -> Diagnostic.of(code(), need.span(), "A counter of handed-over entries begins anew where the device does not.", WHY,
                    "Set the counter to 0 in a constructor only, or behind a call of a method that is marked @Quiesces.");
        };
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without that"));
        }
        return lost.isPresent() ? diagnostic.with(new Diagnostic.Label(lost.get(), "the counter may move on here")) : diagnostic;
    }
}
