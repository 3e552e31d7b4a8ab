// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;

/** Finds where the driver is steered by what the device chose and nothing has bounded. */
final class Steering {
    private final DeviceFlow flow;
    private final FieldWrites writes;

    Steering(DeviceFlow flow, FieldWrites writes) {
        this.flow = flow;
        this.writes = writes;
    }

    /** Reports, under the code, what comes from origins of these kinds. */
    void run(String code, Set<Origin.Kind> kinds, Findings findings) {
        for (DeviceFlow.Walked walked : flow.walked()) {
            Loops loops = new Loops(walked.method(), writes);
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                known.ifPresent(here -> Sinks.of(node, loops, (e, what) -> {
                    Optional<Origin> origin = walked.values().unchecked(e, here).filter(o -> kinds.contains(o.kind()));
                    if (origin.isPresent()) {
                        findings.report(refusal(code, e, what, origin.get()));
                    } else {
                        findings.proved("steering values", e);
                    }
                }));
            }
        }
    }

    private static Diagnostic refusal(String code, Expr e, String what, Origin origin) {
        return Diagnostic.of(code, e.span(),
                "The device decides " + what + ": '" + Phrases.source(e) + "' comes from " + origin.words() + " and was not checked.",
                "A broken or hostile device would choose it so that the driver reads, writes, allocates or waits beyond all reason.",
                "Compare it with a limit of the driver's own before, and fail beyond it: 'if (" + Phrases.source(e) + " > MAX) throw ...'.")
                .with(new Diagnostic.Label(origin.span(), "read from the device here"));
    }
}
