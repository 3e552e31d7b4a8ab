// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.milestone.MilestoneRules;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Solution;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** Who says that a device was reset has seen the device say so. */
final class Vr705Reset implements ProtocolCheck {
    @Override
    public String code() {
        return "VR705";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        for (MethodDecl method : milestones.calls().methods()) {
            if (method.body().isPresent() && milestones.meanings().of(method).confirmed()) {
                check(method, milestones, findings);
            }
        }
    }

    private void check(MethodDecl method, Milestones milestones, Findings findings) {
        Solution<Set<String>> solution = milestones.solve(method, Set.of());
        for (Edge edge : milestones.graph(method).exit().in()) {
            Optional<Set<String>> known = milestones.along(method, edge, solution);
            if (known.isPresent() && known.get().contains(MilestoneRules.CONFIRMED)) {
                findings.proved("resets", edge);
            } else if (known.isPresent()) {
                Span at = edge.from().statement().map(Stmt::span).orElse(method.span());
                findings.report(Diagnostic.of(code(), at, Flows.name(method) + " ends without having seen the device's status become 0.",
                        "A reset takes time: until the device confirms it, it may still write to memory that is given back now.",
                        "Read the status until it is 0, with a deadline, after the last write to the device."));
            }
        }
    }
}
