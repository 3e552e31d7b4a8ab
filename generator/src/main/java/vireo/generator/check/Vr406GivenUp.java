// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.milestone.Devices;
import vireo.generator.check.milestone.Milestone;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Witness;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Who gives up waiting for a device has stopped it before it goes back to its caller: the caller takes its buffer for its own again.
 * That is so where the call fails in an object that could stop the device, and where it ends in whatever way with a buffer that it
 * was lent.
 */
final class Vr406GivenUp implements ProtocolCheck {
    private Milestones milestones;
    private Findings findings;
    private final Map<String, Solution<Knowledge>> solutions = new HashMap<>();

    @Override
    public String code() {
        return "VR406";
    }

    @Override
    public void run(Milestones all, Findings into) {
        if (!ProtocolCheck.isExposing(all)) {
            return;
        }
        this.milestones = all;
        this.findings = into;
        Set<String> called = new HashSet<>();
        all.calls().methods().forEach(m -> all.calls().callsOf(m).forEach(site -> called.add(site.callee().key())));
        for (MethodDecl method : all.calls().methods()) {
            if (method.body().isPresent() && !called.contains(method.key()) && all.mayWait(method) && !all.isLeafStop(method)) {
                ends(method, true, false, List.of(), new HashSet<>());
                ends(method, false, false, List.of(), new HashSet<>());
            }
        }
    }

    private Solution<Knowledge> solution(MethodDecl method) {
        return solutions.computeIfAbsent(method.key(), key -> milestones.solve(method, Set.of(Milestone.IN_TIME)));
    }

    /** The ways out of a method that throw, or those that return. */
    private void ends(MethodDecl method, boolean throwing, boolean guilty, List<Span> calls, Set<String> path) {
        if (!path.add(method.key())) {
            return;
        }
        boolean answers = guilty || isLent(method) || throwing && canStop(method);
        Solution<Knowledge> solution = solution(method);
        Node end = throwing ? milestones.graph(method).thrown() : milestones.graph(method).exit();
        for (Edge edge : end.in()) {
            Optional<Knowledge> known = solution.along(edge);
            if (known.isEmpty()) {
                continue;
            }
            if (milestones.isSettled(method, known.get())) {
                findings.proved("time-outs", edge);
                continue;
            }
            Optional<Stmt> last = edge.from().statement();
            boolean inside = edge.threw() && milestones.isSettled(method, solution.before(edge.from()).orElseThrow());
            if (inside && last.isPresent()) {
                List<Span> longer = new ArrayList<>(List.of(last.get().span()));
                longer.addAll(calls);
                CallGraph.target(last.get()).ifPresent(key -> milestones.calls().targets(key)
                        .forEach(target -> ends(target, true, answers, longer, path)));
            } else if (answers) {
                report(solution, edge.from(), last.map(Stmt::span).orElse(method.span()), calls);
            }
        }
        path.remove(method.key());
    }

    private void report(Solution<Knowledge> solution, Node node, Span at, List<Span> calls) {
        Diagnostic diagnostic = Diagnostic.of(code(), at,
                "The wait is given up, and the device may still use the buffer that it was lent.",
                "The caller takes the buffer for its own again, and the device writes its late answer into it.",
                "Stop the device before, by a method that is marked @Quiesces.");
        Witness.Path path = Witness.of(solution, node, known -> milestones.isSettled(solution.cfg().method(), known));
        Optional<Span> late = path.lost().filter(span -> !span.equals(at));
        if (late.isPresent()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(late.get(), "the time may be over here"));
        }
        findings.report(ProtocolCheck.reached(ProtocolCheck.along(diagnostic, new Witness.Path(Optional.empty(), path.turns())), calls));
    }

    /** Whether the caller lends memory, and has it again however the method ends. */
    private boolean isLent(MethodDecl method) {
        return method.parameters().stream()
                .anyMatch(p -> p.kind() == Local.Kind.PARAMETER && milestones.releases().isMemory(p.type()));
    }

    private boolean canStop(MethodDecl method) {
        return method.kind() == MethodDecl.Kind.INSTANCE && !milestones.devices().own(method, Devices.Sort.DEVICE).isEmpty();
    }
}
