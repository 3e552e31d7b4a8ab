// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.milestone.Milestone;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Witness;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
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
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        for (Edge edge : milestones.graph(method).exit().in()) {
            Optional<Set<Fact>> known = solution.along(edge).flatMap(k -> method.result() instanceof Type.Bool
                    ? k.whenReturned(true) : Optional.of(k.facts()));
            if (known.isPresent() && isConfirmed(known.get())) {
                findings.proved("resets", edge);
            } else if (known.isPresent()) {
                Span at = edge.from().statement().map(Stmt::span).orElse(method.span());
                Diagnostic diagnostic = Diagnostic.of(code(), at, Flows.name(method) + " ends without having seen the device's status become 0.",
                        "A reset takes time: until the device confirms it, it may still write to memory that is given back now.",
                        "Write 0 to the status, then read it until it is 0, with a deadline.");
                findings.report(ProtocolCheck.along(diagnostic, Witness.of(solution, edge.from(), k -> isConfirmed(k.facts()))));
            }
        }
    }

    /** The last write to the status of this very device was a 0, and the status was seen to be 0 since. */
    private static boolean isConfirmed(Set<Fact> known) {
        return known.contains(Fact.of(Milestone.CONFIRMED, Place.self()))
                && known.stream().anyMatch(f -> f.kind().equals(Milestone.ZEROED) && f.place(0).has(Place::isSelf))
                || known.stream().anyMatch(f -> f.kind().equals(Milestone.RESET) && f.place(0).has(Place::isSelf));
    }
}
