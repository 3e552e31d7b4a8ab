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
     * @param tested the cells whose value decided something
     */
    private record Seen(Map<Local, Read> values, Map<Place, Tested> tested) {}

    /** One read of a cell, with the tests that what was read is put to. */
    private record Read(Place cell, Span span, Set<Place> tests) {}

    /** The read of a value that was tested, and how. */
    private record Tested(Span span, Set<Place> tests) {}

    /** What a method reads for use, and what it leaves tested, in its own words. */
    private record Effect(Set<Read> used, Map<Place, Tested> tested) {}

    /** Stands for the value in a test. */
    private static final Place VALUE = Place.constant("value");

    /** A test against a limit; which one, is for other checks to look at. */
    private static final Place ORDER = Place.constant("order");

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
        Cells cells = new Cells(method, places, calls);
        Map<Local, Set<Place>> tests = tests(method, places);
        Set<Local> needed = new HashSet<>();
        boolean[] matters = {false};
        Statements.walk(method.body().orElseThrow(), statement -> {
            if (condition(statement).isEmpty()) {
                Statements.expressions(statement).forEach(e -> needed(e, needed));
            } else if (!(statement instanceof Stmt.If)) {
                condition(statement).ifPresent(e -> chosen(e, needed));
            }
            matters[0] |= read(statement, cells, tests).or(() -> copied(statement, cells)).isPresent();
            matters[0] |= CallGraph.target(statement).map(key -> calls.targets(key).stream().anyMatch(t -> effects.containsKey(t.key())))
                    .orElse(false);
        });
        if (!matters[0]) {
            return;
        }
        Solution<Seen> solution = Solver.solve(Cfg.of(method, program), new Joining(), new Reading(places, cells, tests));
        Set<Read> used = new HashSet<>();
        for (Node node : solution.cfg().reversePostOrder()) {
            Optional<Seen> seen = solution.before(node);
            if (node.kind() != Node.Kind.STATEMENT || seen.isEmpty()) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            // What is read for a test alone may be read as often as the author likes.
            Optional<Read> read = read(statement, cells, tests).filter(r -> needed.contains(statement.effectResult().orElseThrow()));
            read.or(() -> copied(statement, cells)).ifPresent(r -> {
                used.add(r);
                first(r, seen.get()).ifPresent(first -> sink.again(r.span(), first, List.of()));
            });
            Call.of(statement, places).ifPresent(call -> here(call, cells, used, seen.get(), sink));
        }
        Map<Place, Tested> tested = solution.before(solution.cfg().exit()).map(Seen::tested).orElse(Map.of());
        effects.put(method.key(), new Effect(used, tested));
    }

    private static Optional<Span> first(Read read, Seen seen) {
        // What is put to the same tests once more is a first value again.
        return seen.tested().entrySet().stream().filter(entry -> Cells.overlap(entry.getKey(), read.cell()))
                .map(Map.Entry::getValue).filter(tested -> !tested.span().equals(read.span()) && !read.tests().containsAll(tested.tests()))
                .map(Tested::span).findFirst();
    }

    private void here(Call call, Cells cells, Set<Read> used, Seen seen, Sink sink) {
        for (MethodDecl target : call.targets(calls)) {
            Effect effect = effects.getOrDefault(target.key(), new Effect(Set.of(), Map.of()));
            for (Read read : effect.used()) {
                read.cell().moved(root -> cells.here(call, root, target)).ifPresent(cell -> {
                    Read moved = new Read(cell, read.span(), read.tests());
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
        // A boolean that is worked out first decides later, one that is returned decides elsewhere.
        return LoopRules.value(statement).or(() -> statement instanceof Stmt.Return back ? back.value() : Optional.empty())
                .filter(value -> value.type() instanceof Type.Bool);
    }

    /** The variables whose values go somewhere, which a condition's do not. */
    private static void needed(Expr e, Set<Local> found) {
        if (e instanceof Expr.Get get) {
            found.add(get.local());
        }
        if (e instanceof Expr.Conditional choice) {
            chosen(choice.condition(), found);
            needed(choice.yes(), found);
            needed(choice.no(), found);
        } else {
            Expressions.operands(e).forEach(operand -> needed(operand, found));
        }
    }

    /** Inside a condition: what an index or a choice in it needs. */
    private static void chosen(Expr e, Set<Local> found) {
        if (e instanceof Expr.Element element) {
            needed(element.index(), found);
        }
        Expressions.operands(e).forEach(operand -> chosen(operand, found));
    }

    private static Tested both(Tested first, Tested second) {
        Set<Place> tests = new HashSet<>(first.tests());
        tests.addAll(second.tests());
        return new Tested(first.span(), tests);
    }

    /** How a condition tests the variable: what it does to it, whatever the variable's name. */
    private static Set<Place> signatures(Expr condition, Local local, Places places) {
        Set<Place> found = new HashSet<>();
        if (condition instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.AND || both.op() == Expr.BinaryOp.OR)) {
            found.addAll(signatures(both.left(), local, places));
            found.addAll(signatures(both.right(), local, places));
        } else if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            found.addAll(signatures(not.operand(), local, places));
        } else if (places.of(condition).mentions(local)) {
            boolean order = condition instanceof Expr.Binary test && switch (test.op()) {
                case LT, LE, GT, GE, LT_U64, LE_U64 -> true;
                default -> false;
            };
            found.add(order ? ORDER : places.of(condition).with(Place.of(local), VALUE));
        }
        return found;
    }

    /** All tests of each variable of a method. */
    private static Map<Local, Set<Place>> tests(MethodDecl method, Places places) {
        Map<Local, Set<Place>> found = new HashMap<>();
        Statements.walk(method.body().orElseThrow(), statement -> {
            condition(statement).ifPresent(condition -> tests(condition, places, found));
            Statements.expressions(statement).forEach(e -> choices(e, places, found));
        });
        return found;
    }

    private static void tests(Expr condition, Places places, Map<Local, Set<Place>> found) {
        Set<Local> locals = new HashSet<>();
        locals(places.of(condition), locals);
        locals.forEach(local -> found.computeIfAbsent(local, l -> new HashSet<>()).addAll(signatures(condition, local, places)));
    }

    private static void choices(Expr e, Places places, Map<Local, Set<Place>> found) {
        if (e instanceof Expr.Conditional choice) {
            tests(choice.condition(), places, found);
        }
        Expressions.operands(e).forEach(operand -> choices(operand, places, found));
    }

    private static void locals(Place place, Set<Local> found) {
        place.local().ifPresent(found::add);
        place.parts().forEach(part -> locals(part, found));
    }

    /** The read of a cell that the device may have changed since. */
    private static Optional<Read> read(Stmt statement, Cells cells, Map<Local, Set<Place>> tests) {
        Set<Place> own = statement.effectResult().map(local -> tests.getOrDefault(local, Set.of())).orElse(Set.of());
        if (statement instanceof Stmt.ReadCell read && read.order() != Stmt.Order.OBSERVE) {
            return Optional.of(new Read(cells.of(read.cell()), statement.span(), own));
        }
        if (statement instanceof Stmt.ReadByte read) {
            return Optional.of(new Read(cells.ofByte(read.bytes(), read.index()), statement.span(), own));
        }
        return Optional.empty();
    }

    /** The read of many bytes at once, into private memory. */
    private static Optional<Read> copied(Stmt statement, Cells cells) {
        return statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA
                ? Optional.of(new Read(cells.ofBytes(copy.dma(), copy.dmaOffset(), copy.length()), statement.span(), Set.of())) : Optional.empty();
    }

    private static final class Joining implements Lattice<Seen> {
        @Override
        public Seen join(Seen first, Seen second) {
            if (first.equals(second)) {
                return first;
            }
            Map<Local, Read> values = new HashMap<>(first.values());
            second.values().forEach(values::putIfAbsent);
            Map<Place, Tested> tested = new HashMap<>(first.tested());
            second.tested().forEach(tested::putIfAbsent);
            return new Seen(values, tested);
        }
    }

    private final class Reading implements Transfer<Seen> {
        private final Places places;
        private final Cells cells;
        private final Map<Local, Set<Place>> tests;

        Reading(Places places, Cells cells, Map<Local, Set<Place>> tests) {
            this.tests = tests;
            this.places = places;
            this.cells = cells;
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
            if (statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE
                    || statement instanceof Stmt.ForeignCall call && Sleeping.waits(call.function())) {
                // What the device hands over from here on, or has written by now, is news.
                return new Seen(before.values(), Map.of());
            }
            Map<Local, Read> values = new HashMap<>(before.values());
            Map<Place, Tested> tested = new HashMap<>(before.tested());
            if (statement instanceof Stmt.WriteCell write) {
                tested.remove(cells.of(write.cell()));
            }
            Set<FieldDecl> fields = writes.of(statement);
            Optional<Local> assigned = statement instanceof Stmt.Declare declare ? Optional.of(declare.local())
                    : Statements.assigned(statement);
            tested.keySet().removeIf(cell -> assigned.map(cell::mentions).orElse(false) || fields.stream().anyMatch(cell::mentions));
            assigned.ifPresent(values::remove);
            read(statement, cells, tests).ifPresent(read -> values.put(statement.effectResult().orElseThrow(), read));
            if (statement instanceof Stmt.Return) {
                condition(statement).ifPresent(condition -> test(condition, values, tested));
            }
            LoopRules.value(statement).ifPresent(value -> {
                Optional<Read> copied = places.of(value).local().map(before.values()::get);
                copied.ifPresent(read -> values.put(assigned.orElseThrow(), read));
            });
            Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(target ->
                    effects.getOrDefault(target.key(), new Effect(Set.of(), Map.of())).tested().forEach((cell, span) ->
                            cell.moved(root -> cells.here(call, root, target)).ifPresent(here -> tested.putIfAbsent(here, span)))));
            return new Seen(values, tested);
        }

        private void test(Expr condition, Map<Local, Read> values, Map<Place, Tested> tested) {
            Set<Local> decisive = new HashSet<>();
            locals(places.of(condition), decisive);
            for (Local local : decisive) {
                Read read = values.get(local);
                if (read != null) {
                    tested.merge(read.cell(), new Tested(read.span(), signatures(condition, local, places)), Fetches::both);
                }
            }
        }

        @Override
        public Optional<Seen> along(Edge edge, Seen before, Seen after) {
            Optional<Expr> decided = edge.guard() instanceof Edge.When test ? Optional.of(test.condition())
                    : edge.from().kind() == Node.Kind.SWITCH ? edge.from().condition() : Optional.empty();
            if (decided.isEmpty()) {
                return Optional.of(edge.threw() ? before : after);
            }
            Map<Place, Tested> tested = new HashMap<>(after.tested());
            test(decided.get(), after.values(), tested);
            return Optional.of(tested.size() == after.tested().size() ? after : new Seen(after.values(), tested));
        }
    }
}
