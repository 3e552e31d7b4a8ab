// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;
import vireo.generator.source.Span;

/**
 * A free-running counter is cut to an index by the number of its ring's entries, and that is a power of two: any other size has the counter jump
 * where it wraps. An alignment (VR508) is a power of two as well, and asked for in the same walk.
 */
final class Vr506RingSize implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;

    Vr506RingSize(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    @Override
    public String code() {
        return "VR506";
    }

    void run(Findings findings) {
        PowersOfTwo powers = new PowersOfTwo(program, calls, writes);
        new Proofs(program, calls, writes, (method, places) -> powers.rules(places, findings))
                .run((method, need, lost) -> {
                    PowersOfTwo.Use use = (PowersOfTwo.Use) need.subject();
                    findings.report(need.shown(with(need, lost, switch (use.what()) {
                        case RING -> ring(need);
                        case LENGTH -> length(need);
                        case ALIGNMENT -> Vr508Alignment.notAPower(need, use.name());
                    })));
                });
    }

    private Diagnostic ring(Need need) {
        String size = need.fact().place(0).toString().replace("#", "");
        return Diagnostic.of(code(), need.span(), "The counter is cut to an index by '" + size + "', which is not known to be a power of two.",
                "The counter wraps at 65,536: where that is no multiple of the ring's size, the next index is not the one that the device expects.",
                "Refuse other sizes where the size comes from: 'if ((" + size + " & (" + size + " - 1)) != 0) throw ...'.");
    }

    private Diagnostic length(Need need) {
        String size = need.fact().place(0).toString().replace("#", "");
        String entries = need.fact().place(1).toString().replace("#", "");
        return Diagnostic.of(code(), need.span(),
                "The counter is cut to an index by '" + size + "', and the ring is not known to have as many entries but '" + entries + "'.",
                "The device takes the index modulo the number of the ring's entries: driver and device use different entries, or only some.",
                "Cut the counter by the ring's own length: 'counter & (" + entries + " - 1)'.");
    }

    private static Diagnostic with(Need need, Optional<Span> lost, Diagnostic diagnostic) {
        Diagnostic full = diagnostic;
        for (Span call : need.calls()) {
            full = full.with(new Diagnostic.Label(call, "called here, with a number that may be any"));
        }
        return lost.isPresent() ? full.with(new Diagnostic.Label(lost.get(), "it may change here")) : full;
    }
}
