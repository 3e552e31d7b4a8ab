// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Witness;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Proves what statements need, method by method, callees first. What a private method does not establish itself is asked of each of its
 * callers; anybody may call the others, so they have to establish it themselves.
 */
public final class Proofs {

    /** Where a need could not be met. */
    public interface Refusals {
        /**
         * @param need with the way on which it is not met
         * @param lost where the fact was lost on that way, or, had it held, would have been lost last; empty where nothing before the place
         *     ends it
         */
        void refuse(MethodDecl method, Need need, Optional<Span> lost);
    }

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final BiFunction<MethodDecl, Places, Needs> rules;
    private final Summaries summaries;
    private final Map<String, List<Need>> deferred = new HashMap<>();

    public Proofs(Program program, CallGraph calls, FieldWrites writes, BiFunction<MethodDecl, Places, Needs> rules) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.rules = rules;
        this.summaries = new Summaries(calls);
    }

    /** Looks at every method. */
    public void run(Refusals refusals) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent()) {
                prove(method, refusals);
            }
        }
    }

    private void prove(MethodDecl method, Refusals refusals) {
        Cfg cfg = Cfg.of(method, program);
        Places places = new Places(method);
        Needs own = rules.apply(method, places);
        Set<Fact> atEntry = method.isPrivate() ? Set.of() : own.atEntry();
        Solution<Knowledge> solution = MustFlow.solve(cfg, places, own, summaries, writes, atEntry);
        summaries.add(method, solution, places);
        List<Unmet> open = open(solution, own, places);
        if (open.isEmpty()) {
            return;
        }
        List<Need> asked = List.of();
        if (method.isPrivate() && method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
            asked = askable(method, open, places);
            Set<Fact> assumed = new HashSet<>();
            asked.forEach(need -> assumed.add(need.fact()));
            solution = MustFlow.solve(cfg, places, own, summaries, writes, assumed);
            open = open(solution, own, places);
            List<Unmet> stillOpen = open;
            asked = asked.stream().filter(need -> stillOpen.stream().noneMatch(o -> o.need().span().equals(need.span())
                    && o.need().fact().equals(need.fact()))).toList();
        }
        deferred.put(method.key(), asked);
        for (Unmet unmet : open) {
            Need need = unmet.need();
            Witness.Path path = Witness.of(solution, unmet.at(), known -> own.isMet(need.fact(), known));
            refusals.refuse(method, need.on(path), path.lost().or(() -> lost(cfg, own, need)));
        }
    }

    /** A need, and the node before which it is not met. */
    private record Unmet(Need need, Node at) {}

    /** The needs that speak only of what the caller knows too. */
    private static List<Need> askable(MethodDecl method, List<Unmet> open, Places places) {
        return open.stream().map(Unmet::need).filter(need -> need.fact().about().stream().noneMatch(place -> place.has(part ->
                part.local().isPresent() && (!method.parameters().contains(part.local().get())
                        || places.isAssigned(part.local().get()))))).toList();
    }

    private List<Unmet> open(Solution<Knowledge> solution, Needs own, Places places) {
        List<Unmet> open = new ArrayList<>();
        for (Node node : solution.cfg().reversePostOrder()) {
            Optional<Knowledge> before = solution.before(node);
            if (before.isEmpty() || node.kind() != Node.Kind.STATEMENT) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            List<Need> here = new ArrayList<>(own.needs(node, statement, before.get()));
            List<Need> lost = new ArrayList<>();
            Call.of(statement, places).ifPresent(call -> ofCallees(call, places, here, lost));
            lost.forEach(need -> open.add(new Unmet(need, node)));
            here.stream().filter(need -> !own.isMet(need.fact(), before.get())).forEach(need -> open.add(new Unmet(need, node)));
        }
        return open;
    }

    /** What the called methods ask of their caller; what has no name here cannot be met. */
    private void ofCallees(Call call, Places places, List<Need> needs, List<Need> lost) {
        for (MethodDecl target : call.targets(calls)) {
            for (Need need : deferred.getOrDefault(target.key(), List.of())) {
                Optional<Fact> here = need.fact().moved(root -> call.here(root, target, places));
                if (here.isPresent()) {
                    needs.add(need.at(here.get(), call.statement().span()));
                } else {
                    lost.add(need.at(need.fact(), call.statement().span()));
                }
            }
        }
    }

    private Optional<Span> lost(Cfg cfg, Needs own, Need need) {
        Span end = need.calls().isEmpty() ? need.span() : need.calls().get(need.calls().size() - 1);
        Span last = null;
        for (Node node : cfg.reversePostOrder()) {
            if (node.kind() != Node.Kind.STATEMENT) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            if (statement.span().start() >= end.start()) {
                continue;
            }
            boolean ends = !own.survives(need.fact(), statement) || writes.of(statement).stream().anyMatch(need.fact()::mentions);
            if (ends && (last == null || statement.span().start() > last.start())) {
                last = statement.span();
            }
        }
        return Optional.ofNullable(last);
    }
}
