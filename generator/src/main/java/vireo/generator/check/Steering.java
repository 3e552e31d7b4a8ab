// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;

/** Finds where the driver is steered by what the device chose and nothing has bounded. */
final class Steering {
    private final DeviceFlow flow;

    Steering(DeviceFlow flow) {
        this.flow = flow;
    }

    /**
     * Reports, under the code, what comes from origins of these kinds. Where the registers of a PCI function lie
     * is not for the device to choose: the system has put the address where the driver reads it.
     */
    void run(String code, Set<Origin.Kind> kinds, Findings findings) {
        for (DeviceFlow.Walked walked : flow.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                known.ifPresent(here -> Sinks.of(node, (e, what, address) -> {
                    Optional<Origin> origin = walked.values().unchecked(e, here).filter(o -> kinds.contains(o.kind())
                            && !(address && o.kind() == Origin.Kind.CONFIGURATION));
                    if (origin.isPresent()) {
                        findings.report(refusal(code, e, what, origin.get()));
                    } else {
                        findings.proved("steering values", e);
                    }
                }));
            }
        }
    }

    static Diagnostic refusal(String code, Expr e, String what, Origin origin) {
        return Diagnostic.of(code, e.span(),
                "The device decides " + what + ": '" + Phrases.source(e) + "' comes from " + origin.words() + " and was not checked.",
                "A broken or hostile device would choose it so that the driver reads, writes, allocates or waits beyond all reason.",
                "Compare it with a limit of the driver's own before, and fail beyond it: 'if (" + Phrases.source(e) + " > MAX) throw ...'.")
                .with(new Diagnostic.Label(origin.span(), "read from the device here"));
    }
}
