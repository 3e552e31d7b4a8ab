// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** Whether each way round a loop brings it nearer to its end. */
final class LoopProgress {

    /** Which limits and which beginnings of counters count. */
    interface Trust {
        /** Whatever the numbers are. */
        Trust ANY = new Trust() {};

        /** Whether a test against the limit, at the node, ends a loop in good time. */
        default boolean limit(Node at, Expr limit) {
            return true;
        }

        /** Whether a counter that starts with what it has along the edge, and goes down or up, ends in good time. */
        default boolean start(Local counter, Edge entry, boolean down) {
            return true;
        }
    }

    /** What is found: a loop, and a way round it that brings it no nearer to its end. */
    interface Sink {
        /**
         * @param back the edge that closes the round
         * @param moves whether a way round with this knowledge brings it nearer
         */
        void endless(Loops.Round round, Edge back, Knowledge known, Predicate<Knowledge> moves);
    }

    private final MethodValues values;
    private final Trust trust;
    private final LoopRules rules;
    private final Solution<Knowledge> solution;
    private final Loops loops;
    private final Map<Node, Integer> position = new HashMap<>();
    private final Map<Stmt, List<Node>> nodes = new IdentityHashMap<>();

    LoopProgress(MethodValues values, Loops loops, Summaries deadlines, FieldWrites writes, Trust trust) {
        this.values = values;
        this.loops = loops;
        this.trust = trust;
        Places places = new Places(values.cfg().method());
        this.rules = new LoopRules(loops, places, Optional.of(values), trust);
        this.solution = MustFlow.solve(values.cfg(), places, rules, deadlines, writes, Set.of());
        for (Node node : values.cfg().reversePostOrder()) {
            position.put(node, position.size());
            node.statement().ifPresent(statement -> nodes.computeIfAbsent(statement, s -> new ArrayList<>()).add(node));
        }
    }

    Solution<Knowledge> solution() {
        return solution;
    }

    /** Looks at every way round every loop. */
    void run(Sink sink) {
        for (Node head : values.cfg().reversePostOrder()) {
            if (head.kind() != Node.Kind.LOOP_HEAD) {
                continue;
            }
            Round round = new Round(loops.of(head.statement().orElseThrow()), head);
            for (Edge edge : head.in()) {
                Optional<Knowledge> known = isBack(edge) && values.before(edge.from()).isPresent() ? solution.along(edge) : Optional.empty();
                if (known.isPresent() && !round.isMade(known.get())) {
                    sink.endless(round.round(), edge, known.get(), round::isMade);
                }
            }
        }
    }

    private boolean isBack(Edge edge) {
        return position.getOrDefault(edge.from(), -1) >= position.get(edge.to());
    }

    private final class Round {
        private final Loops.Round round;
        private final Node head;

        Round(Loops.Round round, Node head) {
            this.round = round;
            this.head = head;
        }

        Loops.Round round() {
            return round;
        }

        boolean isMade(Knowledge known) {
            return known.facts().stream().anyMatch(fact -> fact.scope() == round.number() && ends(fact, known));
        }

        private boolean ends(Fact fact, Knowledge known) {
            return switch (fact.kind()) {
                case LoopRules.IN_TIME -> !LoopProgress.changes(round, fact.place(0));
                case LoopRules.UP -> always(fact.place(0), Steps.Way.UP) && tested(known, fact.place(0), LoopRules.BELOW)
                        && begins(fact.place(0), false);
                case LoopRules.DOWN -> always(fact.place(0), Steps.Way.DOWN) && tested(known, fact.place(0), LoopRules.ABOVE)
                        && begins(fact.place(0), true);
                case LoopRules.AROUND_8 -> always(fact.place(0), Steps.Way.AROUND_8) && meets(fact.place(0), 8, known);
                case LoopRules.AROUND_16 -> always(fact.place(0), Steps.Way.AROUND_16) && meets(fact.place(0), 16, known);
                default -> false;
            };
        }

        /** Whether the counter comes to a value that the loop does not change. */
        private boolean meets(Place counter, int bits, Knowledge known) {
            return known.facts().stream().anyMatch(test -> isTest(test, counter, LoopRules.APART)
                    && LoopRules.isWithin(test, bits) && !LoopProgress.changes(round, test.place(1)));
        }

        private boolean tested(Knowledge known, Place counter, String limit) {
            return known.facts().stream().anyMatch(test -> isTest(test, counter, limit) || isTest(test, counter, LoopRules.APART));
        }

        private boolean isTest(Fact test, Place counter, String kind) {
            return test.scope() == round.number() && test.kind().equals(kind) && test.place(0).equals(counter);
        }

        private Optional<Local> local(Place counter) {
            return round.stores().keySet().stream().filter(l -> LoopRules.counter(l).equals(counter)).findFirst();
        }

        /** Whether what the counter starts with is trusted, wherever the loop is entered. */
        private boolean begins(Place counter, boolean down) {
            return local(counter).filter(local -> head.in().stream().filter(edge -> !isBack(edge))
                    .allMatch(edge -> trust.start(local, edge, down))).isPresent();
        }

        /** Whether the loop does nothing to the counter but move it this way. */
        private boolean always(Place counter, Steps.Way way) {
            Optional<Local> local = local(counter);
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
}
