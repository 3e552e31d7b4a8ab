// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Witness;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** Proves that a milestone was reached before some statements: in their method, or in each of those that call it. */
public final class Duties {
    /** What has to be reached, where, and the calls that led there, the innermost first. */
    public record Duty(Fact milestone, Span at, String what, List<Span> calls) {
        Duty from(Span call) {
            List<Span> longer = new ArrayList<>(calls);
            longer.add(call);
            return new Duty(milestone, at, what, longer);
        }
    }

    /** The duties of a statement. */
    public interface Source {
        List<Duty> of(MethodDecl method, Stmt statement);
    }

    /** What becomes of a duty. */
    public interface Verdicts<T> {
        /** @param path one on which the milestone is missing */
        void refused(T duty, Witness.Path path);

        void proved(T duty);
    }

    private final Milestones milestones;
    private final Source source;
    private final Verdicts<Duty> verdicts;
    private final Map<String, List<Duty>> left = new HashMap<>();

    public Duties(Milestones milestones, Source source, Verdicts<Duty> verdicts) {
        this.milestones = milestones;
        this.source = source;
        this.verdicts = verdicts;
    }

    /** Looks at every method, callees first. */
    public void run() {
        CallGraph calls = milestones.calls();
        List<MethodDecl> order = CallOrder.calleesFirst(calls);
        Map<String, Integer> callers = new HashMap<>();
        order.forEach(m -> calls.callsOf(m).forEach(site -> callers.merge(site.callee().key(), 1, Integer::sum)));
        for (MethodDecl method : order) {
            if (method.body().isPresent()) {
                method(method, callers.getOrDefault(method.key(), 0) > 0);
            }
        }
    }

    private void method(MethodDecl method, boolean isCalled) {
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        List<Duty> open = new ArrayList<>();
        for (Node node : milestones.graph(method).reversePostOrder()) {
            Optional<Knowledge> known = solution.before(node);
            if (node.kind() != Node.Kind.STATEMENT || known.isEmpty()) {
                continue;
            }
            for (Duty duty : all(method, node.statement().orElseThrow())) {
                if (known.get().holds(duty.milestone())) {
                    verdicts.proved(duty);
                } else if (isCalled && heldIfBefore(method, node, duty)) {
                    open.add(duty);
                } else {
                    verdicts.refused(duty, Witness.of(solution, node, k -> k.holds(duty.milestone())));
                }
            }
        }
        left.put(method.key(), open);
    }

    private List<Duty> all(MethodDecl method, Stmt statement) {
        List<Duty> duties = new ArrayList<>(source.of(method, statement));
        CallGraph.target(statement).ifPresent(key -> milestones.calls().targets(key)
                .forEach(target -> left.getOrDefault(target.key(), List.of()).forEach(d -> duties.add(d.from(statement.span())))));
        return duties;
    }

    /** Whether the milestone is still there where it was reached before the method was called. */
    private boolean heldIfBefore(MethodDecl method, Node node, Duty duty) {
        return milestones.solve(method, Set.of(duty.milestone())).before(node)
                .filter(known -> known.holds(duty.milestone())).isPresent();
    }
}
