// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Local;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/**
 * Every loop ends: each way round it moves a counter towards a limit that it tests, or finds that a deadline, set before the loop, has
 * not passed. That a counter does not run past its type is proved elsewhere (VR301), so to move it one way is to end.
 */
final class Vr803Bound implements MethodCheck {
    private final FieldWrites writes;
    private final Summaries deadlines;

    Vr803Bound(Program program, CallGraph calls, FieldWrites writes) {
        this.writes = writes;
        this.deadlines = DeadlineTests.of(program, calls, writes);
    }

    @Override
    public String code() {
        return "VR803";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        Loops loops = new Loops(values.cfg().method(), writes);
        if (loops.isEmpty()) {
            return;
        }
        Places places = new Places(values.cfg().method());
        LoopRules rules = new LoopRules(loops, places, Optional.of(values));
        Solution<Knowledge> solution = MustFlow.solve(values.cfg(), places, rules, deadlines, writes, Set.of());
        Map<Node, Integer> position = new HashMap<>();
        Map<Stmt, List<Node>> nodes = new IdentityHashMap<>();
        for (Node node : values.cfg().reversePostOrder()) {
            position.put(node, position.size());
            node.statement().ifPresent(statement -> nodes.computeIfAbsent(statement, s -> new ArrayList<>()).add(node));
        }
        for (Node head : values.cfg().reversePostOrder()) {
            if (head.kind() != Node.Kind.LOOP_HEAD) {
                continue;
            }
            Loops.Round round = loops.of(head.statement().orElseThrow());
            Progress progress = new Progress(round, values, nodes, rules, solution);
            for (Edge edge : head.in()) {
                boolean back = position.getOrDefault(edge.from(), -1) >= position.get(head);
                Optional<Knowledge> known = back && values.before(edge.from()).isPresent()
                        ? MustFlow.along(edge, solution, places, rules, deadlines, writes) : Optional.empty();
                if (known.isPresent() && !progress.isMade(known.get())) {
                    findings.report(refusal(round, known.get()));
                }
            }
            findings.proved("loops", round.loop());
        }
    }

    /** Whether a round brings its loop nearer to its end. */
    private record Progress(Loops.Round round, MethodValues values, Map<Stmt, List<Node>> nodes, LoopRules rules,
            Solution<Knowledge> solution) {

        boolean isMade(Knowledge known) {
            return known.facts().stream().anyMatch(fact -> fact.scope() == round.number() && ends(fact, known));
        }

        private boolean ends(Fact fact, Knowledge known) {
            return switch (fact.kind()) {
                case LoopRules.IN_TIME -> !Vr803Bound.changes(round, fact.place(0));
                case LoopRules.UP -> always(fact.place(0), Steps.Way.UP) && tested(known, fact.place(0), LoopRules.BELOW);
                case LoopRules.DOWN -> always(fact.place(0), Steps.Way.DOWN) && tested(known, fact.place(0), LoopRules.ABOVE);
                case LoopRules.AROUND_8 -> always(fact.place(0), Steps.Way.AROUND_8) && meets(fact.place(0), 8, known);
                case LoopRules.AROUND_16 -> always(fact.place(0), Steps.Way.AROUND_16) && meets(fact.place(0), 16, known);
                default -> false;
            };
        }

        /** Whether the counter comes to a value that the loop does not change. */
        private boolean meets(Place counter, int bits, Knowledge known) {
            return known.facts().stream().anyMatch(test -> isTest(test, counter, LoopRules.APART)
                    && LoopRules.isWithin(test, bits) && !Vr803Bound.changes(round, test.place(1)));
        }

        private boolean tested(Knowledge known, Place counter, String limit) {
            return known.facts().stream().anyMatch(test -> isTest(test, counter, limit) || isTest(test, counter, LoopRules.APART));
        }

        private boolean isTest(Fact test, Place counter, String kind) {
            return test.scope() == round.number() && test.kind().equals(kind) && test.place(0).equals(counter);
        }

        /** Whether the loop does nothing to the counter but move it this way. */
        private boolean always(Place counter, Steps.Way way) {
            Optional<Local> local = round.stores().keySet().stream().filter(l -> LoopRules.counter(l).equals(counter)).findFirst();
            return local.isPresent() && round.stores().get(local.get()).stream().allMatch(store -> moves(local.get(), store, way));
        }

        private boolean moves(Local local, Stmt store, Steps.Way way) {
            if (LoopRules.value(store).isEmpty() || store instanceof Stmt.Declare) {
                return false;
            }
            for (Node node : nodes.getOrDefault(store, List.of())) {
                Optional<State> state = values.before(node);
                Optional<Knowledge> known = solution.before(node);
                if (state.isPresent() && known.isPresent()
                        && !rules.step(local, LoopRules.value(store).get(), state.get(), known.get()).equals(Optional.of(way))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean changes(Loops.Round round, Place place) {
        return round.stores().keySet().stream().anyMatch(place::mentions) || round.fields().stream().anyMatch(place::mentions);
    }

    private Diagnostic refusal(Loops.Round round, Knowledge known) {
        Diagnostic diagnostic = Diagnostic.of(code(), round.loop().span(),
                "Nothing bounds this loop: there is a way round it on which no counter moves towards a limit and no deadline is tested.",
                "A device that never answers, or answers for ever, would hold the kernel in here.",
                "Count the rounds ('for (int i = 0; i < MAX; i++)', and fail after it), or make a Deadline before the loop and leave it"
                        + " where deadline.expired() is true.");
        List<Diagnostic.Label> labels = new ArrayList<>();
        for (Fact fact : known.facts()) {
            if (fact.scope() != round.number()) {
                continue;
            }
            for (Local local : round.stores().keySet()) {
                if (fact.kind().equals(LoopRules.IN_TIME) && fact.place(0).mentions(local)) {
                    labels.add(new Diagnostic.Label(round.stores().get(local).get(0).span(), "the deadline begins anew on each round"));
                } else if (fact.place(0).equals(LoopRules.counter(local)) && fact.about().size() == 1) {
                    labels.add(new Diagnostic.Label(round.stores().get(local).get(0).span(),
                            "'" + local.name() + "' is " + fact.kind() + ", which alone does not end the loop"));
                }
            }
        }
        labels.sort(java.util.Comparator.comparingInt(label -> label.span().start()));
        for (Diagnostic.Label label : labels.stream().distinct().toList()) {
            diagnostic = diagnostic.with(label);
        }
        return diagnostic;
    }
}
