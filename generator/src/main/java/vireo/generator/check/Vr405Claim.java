// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.milestone.Devices;
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

/** Who says that a device is stopped shows it: by what it calls, or by what it reads from the device. */
final class Vr405Claim implements ProtocolCheck {
    @Override
    public String code() {
        return "VR405";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        for (MethodDecl method : milestones.calls().methods()) {
            boolean claims = method.body().isPresent() && milestones.meanings().of(method).quiesces();
            if (claims && milestones.meanings().of(method).keeps()) {
                new Keeping(milestones, method).missing().ifPresent(at -> findings.report(Diagnostic.of(code(), at,
                        Flows.name(method) + " says that memory is kept for good, and it is not.",
                        "Who could not stop a device relies on it: memory that is passed on all the same is written to by that device.",
                        "Set a boolean field to true here, never to false elsewhere, and give memory on only where the field is false.")));
            } else if (claims && !milestones.meanings().of(method).confirmed()) {
                check(method, milestones, findings);
            }
        }
    }

    private void check(MethodDecl method, Milestones milestones, Findings findings) {
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        Set<Place> devices = milestones.devices().handed(method, Devices.Sort.DEVICE);
        boolean leaf = milestones.isLeafStop(method);
        for (Edge edge : milestones.graph(method).exit().in()) {
            Optional<Set<Fact>> known = solution.along(edge).flatMap(k -> method.result() instanceof Type.Bool
                    ? k.whenReturned(true) : Optional.of(k.facts()));
            if (known.isEmpty()) {
                continue;
            }
            boolean shown = leaf ? known.get().stream().filter(Milestone::isPolled).anyMatch(polled(known.get()))
                    : isStopped(known.get(), devices, method, milestones);
            if (shown) {
                findings.proved("stops", edge);
                continue;
            }
            Span at = edge.from().statement().map(Stmt::span).orElse(method.span());
            Diagnostic diagnostic = Diagnostic.of(code(), at, Flows.name(method) + " ends without having shown that the device is stopped.",
                    "Memory is given back because of it, and the device goes on writing to that memory.",
                    leaf ? "Write to the device, then read one of its registers until it says that it has stopped, and fail where it does not."
                            : "Call the method that stops it, on every path; where that fails, fail too.");
            findings.report(ProtocolCheck.along(diagnostic, Witness.of(solution, edge.from(), k -> leaf
                    ? k.facts().stream().filter(Milestone::isPolled).anyMatch(polled(k.facts())) : isStopped(k.facts(), devices, method, milestones))));
        }
    }

    /** The block was written to, by whatever name. */
    private static Predicate<Fact> polled(Set<Fact> known) {
        Set<Place> written = known.stream().filter(f -> f.kind().equals(Milestone.WRITTEN)).map(f -> f.place(0)).collect(Collectors.toSet());
        return polled -> written.stream().anyMatch(block -> block.equals(polled.place(0)) || block.has(polled.place(0)::equals));
    }

    private static boolean isStopped(Set<Fact> known, Set<Place> devices, MethodDecl method, Milestones milestones) {
        List<Place> stopped = known.stream().filter(f -> f.kind().equals(Milestone.STOPPED))
                .map(f -> milestones.devices().of(f.place(0), method, Devices.Sort.DEVICE)).toList();
        return !stopped.isEmpty() && devices.stream().allMatch(device -> stopped.stream().anyMatch(s -> device.has(s::equals)));
    }
}
