// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** Which cells of device-visible memory were read and the value tested, and which of them are read once more for use. */
final class Fetches {
    /** A cell that was read before for a test is read again, and this value is used as it is. */
    interface Sink {
        /** @param calls the calls between the two, from the innermost */
        void again(Span read, Span first, List<Span> calls);
    }

    /**
     * @param values which cell each local was read from
     * @param tested the cells whose value decided something, with the read that gave it
     */
    private record Seen(Map<Local, Read> values, Map<Place, Span> tested) {}

    /** One read of a cell. */
    private record Read(Place cell, Span span) {}

    /** What a method reads for use, and what it leaves tested, in its own words. */
    private record Effect(Set<Read> used, Map<Place, Span> tested) {}

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Map<String, Effect> effects = new HashMap<>();

    Fetches(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    void run(Sink sink) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent()) {
                method(method, sink);
            }
        }
    }

    private void method(MethodDecl method, Sink sink) {
        Places places = new Places(method);
        Set<Local> decisive = new HashSet<>();
        boolean[] matters = {false};
        Statements.walk(method.body().orElseThrow(), statement -> {
            condition(statement).ifPresent(condition -> locals(places.of(condition), decisive));
            Statements.expressions(statement).forEach(e -> choices(e, places, decisive));
            matters[0] |= read(statement, places).isPresent();
            matters[0] |= CallGraph.target(statement).map(key -> calls.targets(key).stream().anyMatch(t -> effects.containsKey(t.key())))
                    .orElse(false);
        });
        if (!matters[0]) {
            return;
        }
        Solution<Seen> solution = Solver.solve(Cfg.of(method, program), new Joining(), new Reading(places));
        Set<Read> used = new HashSet<>();
        for (Node node : solution.cfg().reversePostOrder()) {
            Optional<Seen> seen = solution.before(node);
            if (node.kind() != Node.Kind.STATEMENT || seen.isEmpty()) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            Optional<Read> read = read(statement, places).filter(r -> !decisive.contains(statement.effectResult().orElseThrow()));
            read.ifPresent(r -> {
                used.add(r);
                first(r, seen.get()).ifPresent(first -> sink.again(r.span(), first, List.of()));
            });
            Call.of(statement, places).ifPresent(call -> here(call, places, used, seen.get(), sink));
        }
        Map<Place, Span> tested = solution.before(solution.cfg().exit()).map(Seen::tested).orElse(Map.of());
        effects.put(method.key(), new Effect(used, tested));
    }

    private static Optional<Span> first(Read read, Seen seen) {
        return Optional.ofNullable(seen.tested().get(read.cell())).filter(span -> !span.equals(read.span()));
    }

    private void here(Call call, Places places, Set<Read> used, Seen seen, Sink sink) {
        for (MethodDecl target : call.targets(calls)) {
            Effect effect = effects.getOrDefault(target.key(), new Effect(Set.of(), Map.of()));
            for (Read read : effect.used()) {
                read.cell().moved(root -> call.here(root, target, places)).ifPresent(cell -> {
                    Read moved = new Read(cell, read.span());
                    used.add(moved);
                    first(moved, seen).ifPresent(first -> sink.again(read.span(), first, List.of(call.statement().span())));
                });
            }
        }
    }

    private static Optional<Expr> condition(Stmt statement) {
        if (statement instanceof Stmt.If branch) {
            return Optional.of(branch.condition());
        }
        if (statement instanceof Stmt.Loop loop) {
            return Optional.of(loop.condition());
        }
        if (statement instanceof Stmt.Switch choice) {
            return Optional.of(choice.subject());
        }
        // A boolean that is worked out first decides later.
        return LoopRules.value(statement).filter(value -> value.type() instanceof Type.Bool);
    }

    /** The conditions of choices inside an expression. */
    private static void choices(Expr e, Places places, Set<Local> decisive) {
        if (e instanceof Expr.Conditional choice) {
            locals(places.of(choice.condition()), decisive);
        }
        Expressions.operands(e).forEach(operand -> choices(operand, places, decisive));
    }

    private static void locals(Place place, Set<Local> found) {
        place.local().ifPresent(found::add);
        place.parts().forEach(part -> locals(part, found));
    }

    /** The read of a cell that the device may have changed since. */
    private static Optional<Read> read(Stmt statement, Places places) {
        if (statement instanceof Stmt.ReadCell read && read.order() != Stmt.Order.OBSERVE) {
            return Optional.of(new Read(places.of(read.cell()), statement.span()));
        }
        if (statement instanceof Stmt.ReadByte read) {
            return Optional.of(new Read(Place.of("byte", List.of(places.of(read.bytes()), places.of(read.index()))), statement.span()));
        }
        return Optional.empty();
    }

    private static final class Joining implements Lattice<Seen> {
        @Override
        public Seen join(Seen first, Seen second) {
            if (first.equals(second)) {
                return first;
            }
            Map<Local, Read> values = new HashMap<>(first.values());
            second.values().forEach(values::putIfAbsent);
            Map<Place, Span> tested = new HashMap<>(first.tested());
            second.tested().forEach(tested::putIfAbsent);
            return new Seen(values, tested);
        }
    }

    private final class Reading implements Transfer<Seen> {
        private final Places places;

        Reading(Places places) {
            this.places = places;
        }

        @Override
        public Seen initial(Cfg cfg) {
            return new Seen(Map.of(), Map.of());
        }

        @Override
        public Seen after(Node node, Seen before) {
            if (node.kind() != Node.Kind.STATEMENT) {
                return before;
            }
            Stmt statement = node.statement().orElseThrow();
            if (statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE) {
                // What the device hands over from here on is new.
                return new Seen(before.values(), Map.of());
            }
            Map<Local, Read> values = new HashMap<>(before.values());
            Map<Place, Span> tested = new HashMap<>(before.tested());
            if (statement instanceof Stmt.WriteCell write) {
                Place cell = places.of(write.cell());
                tested.remove(cell);
            }
            Set<FieldDecl> fields = writes.of(statement);
            Optional<Local> assigned = statement instanceof Stmt.Declare declare ? Optional.of(declare.local())
                    : Statements.assigned(statement);
            tested.keySet().removeIf(cell -> assigned.map(cell::mentions).orElse(false) || fields.stream().anyMatch(cell::mentions));
            assigned.ifPresent(values::remove);
            read(statement, places).ifPresent(read -> values.put(statement.effectResult().orElseThrow(), read));
            LoopRules.value(statement).ifPresent(value -> {
                Optional<Read> copied = places.of(value).local().map(before.values()::get);
                copied.ifPresent(read -> values.put(assigned.orElseThrow(), read));
            });
            Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(target ->
                    effects.getOrDefault(target.key(), new Effect(Set.of(), Map.of())).tested().forEach((cell, span) ->
                            cell.moved(root -> call.here(root, target, places)).ifPresent(here -> tested.putIfAbsent(here, span)))));
            return new Seen(values, tested);
        }

        @Override
        public Optional<Seen> along(Edge edge, Seen before, Seen after) {
            if (!(edge.guard() instanceof Edge.When test)) {
                return Optional.of(edge.threw() ? before : after);
            }
            Set<Local> decisive = new HashSet<>();
            locals(places.of(test.condition()), decisive);
            Map<Place, Span> tested = new HashMap<>(after.tested());
            for (Local local : decisive) {
                Read read = after.values().get(local);
                if (read != null) {
                    tested.putIfAbsent(read.cell(), read.span());
                }
            }
            return Optional.of(tested.size() == after.tested().size() ? after : new Seen(after.values(), tested));
        }
    }
}
