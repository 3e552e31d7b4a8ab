// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
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
import vireo.generator.source.Span;

/**
 * Which stores that belong to a request come after its publication. Some certainly do: they change what was written for an entry, or
 * what an entry names, that was published since. Of the others a later entry has to take each along, before the operation ends and
 * before the driver looks for what the device has done.
 */
final class Batches {
    /** The ends of a method. */
    private record Ends(Optional<Batch> returned, Optional<Batch> thrown) {
        Optional<Batch> of(boolean threw) {
            return threw ? thrown : returned;
        }

        boolean overlooks() {
            return returned.filter(Batch::overlooked).isPresent() || thrown.filter(Batch::overlooked).isPresent();
        }
    }

    /** What a method makes of a batch: from a new one, and from one that was published and has a late store. */
    private record Effect(Ends fromNew, Ends fromLate) {}

    /** A store that belongs to a request, and therefore before its publication. */
    interface Stores {
        boolean test(Stmt statement, Places places);

        /** The number that names the place of the store: of a descriptor, of a record. */
        Optional<Expr> number(Stmt statement);

        /** Whether the store, where nothing of its number was published yet, belongs to what is published next. */
        default boolean belongsToNext(Stmt statement) {
            return true;
        }
    }

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Rings rings;
    private final Stores stores;
    private final Map<String, Effect> effects = new HashMap<>();

    Batches(Program program, CallGraph calls, FieldWrites writes, Rings rings, Stores stores) {
        this.stores = stores;
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.rings = rings;
    }

    /** Hands over each late store with the publication that it comes after. */
    void run(BiConsumer<Span, Span> late) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Places places = new Places(method);
            if (method.body().isEmpty() || !matters(method, places)) {
                continue;
            }
            Cfg cfg = Cfg.of(method, program);
            Ends fromNew = ends(cfg, places, Batch.NEW, late);
            Batch callers = Batch.NEW.with(Batch.CALLERS, Set.of(Batch.CALLERS), Set.of(), Set.of());
            effects.put(method.key(), new Effect(fromNew, ends(cfg, places, callers, (store, published) -> { })));
            if (!method.isPrivate()) {
                pending(fromNew.returned(), late);
            }
        }
    }

    private static void pending(Optional<Batch> end, BiConsumer<Span, Span> late) {
        end.filter(batch -> batch.published() != null).ifPresent(batch -> batch.late().stream().filter(span -> span != Batch.CALLERS)
                .forEach(span -> late.accept(span, batch.published())));
    }

    private boolean matters(MethodDecl method, Places places) {
        boolean[] found = {calls.callsOf(method).stream().anyMatch(site -> effects.containsKey(site.callee().key()))};
        Statements.walk(method.body().orElseThrow(), s -> found[0] |= stores.test(s, places) || isEntry(s, places)
                || isPublication(s) || isLook(s));
        return found[0];
    }

    private Ends ends(Cfg cfg, Places places, Batch start, BiConsumer<Span, Span> late) {
        Walk walk = new Walk(start, places);
        Solution<Batch> solution = Solver.solve(cfg, Batch::or, walk);
        for (Node node : cfg.reversePostOrder()) {
            if (node.kind() == Node.Kind.STATEMENT) {
                solution.before(node).ifPresent(before -> walk.report(node.statement().orElseThrow(), before, late));
            }
        }
        return new Ends(solution.before(cfg.exit()), solution.before(cfg.thrown()));
    }

    private static boolean isPublication(Stmt statement) {
        return statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH;
    }

    private static boolean isLook(Stmt statement) {
        return statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE;
    }

    private boolean isEntry(Stmt statement, Places places) {
        return statement instanceof Stmt.WriteCell write && rings.entry(write.cell(), places).isPresent();
    }

    private final class Walk implements Transfer<Batch> {
        private final Batch start;
        private final Places places;

        Walk(Batch start, Places places) {
            this.start = start;
            this.places = places;
        }

        @Override
        public Batch initial(Cfg cfg) {
            return start;
        }

        /** The stores that are certainly late, and those that nothing took along before the driver looked. */
        void report(Stmt statement, Batch before, BiConsumer<Span, Span> late) {
            if (before.published() == null) {
                return;
            }
            if (isLook(statement)) {
                pending(Optional.of(before), late);
            } else if (!isEntry(statement, places) && stores.test(statement, places)) {
                stores.number(statement).map(places::of).filter(before.out()::contains)
                        .ifPresent(number -> late.accept(statement.span(), before.published()));
            }
            Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(target -> {
                Effect effect = effects.get(target.key());
                if (effect != null) {
                    effect.fromLate().returned().ifPresent(end -> end.after().forEach((place, span) ->
                            place.moved(root -> call.here(root, target, places)).filter(before.out()::contains)
                                    .ifPresent(number -> late.accept(span, before.published()))));
                    if (effect.fromLate().overlooks()) {
                        pending(Optional.of(before), late);
                    }
                }
            }));
        }

        @Override
        public Batch after(Node node, Batch before) {
            if (node.kind() != Node.Kind.STATEMENT) {
                return before;
            }
            Stmt statement = node.statement().orElseThrow();
            Optional<Local> assigned = statement instanceof Stmt.Declare declare ? Optional.of(declare.local())
                    : Statements.assigned(statement);
            Set<FieldDecl> stored = writes.of(statement);
            Batch still = before.without(place -> assigned.filter(place::mentions).isPresent() || stored.stream().anyMatch(place::mentions));
            return step(statement, still, false);
        }

        private Batch step(Stmt statement, Batch before, boolean threw) {
            if (isPublication(statement)) {
                return before.with(statement.span(), Set.of(), Set.of(), Batch.union(before.out(), before.given()));
            }
            if (isLook(statement)) {
                return before.looked();
            }
            if (isEntry(statement, places)) {
                Place named = places.of(((Stmt.WriteCell) statement).value());
                return before.with(before.published(), Set.of(), Batch.union(before.given(), Set.of(named)), before.out());
            }
            if (stores.test(statement, places)) {
                Set<Place> number = stores.number(statement).map(places::of).map(Set::of).orElse(Set.of());
                Map<Place, Span> after = new LinkedHashMap<>(before.after());
                number.forEach(place -> after.putIfAbsent(place, statement.span()));
                boolean pending = before.published() != null && stores.belongsToNext(statement);
                Set<Span> late = pending ? Batch.union(before.late(), Set.of(statement.span())) : before.late();
                return new Batch(before.published(), late, Batch.union(before.given(), number), before.out(), after, before.open(),
                        before.overlooked());
            }
            if (statement instanceof Stmt.Return back && back.value().isPresent()) {
                Place value = places.of(back.value().get());
                Set<Place> result = Set.of(Place.result());
                return before.with(before.published(), before.late(), before.given().contains(value) ? Batch.union(before.given(), result)
                        : before.given(), before.out().contains(value) ? Batch.union(before.out(), result) : before.out());
            }
            return Call.of(statement, places).map(call -> called(call, before, threw)).orElse(before);
        }

        private Batch called(Call call, Batch before, boolean threw) {
            Batch joined = null;
            for (MethodDecl target : call.targets(calls)) {
                Optional<Batch> after = after(target, before, call, threw);
                if (after.isPresent()) {
                    joined = joined == null ? after.get() : joined.or(after.get());
                }
            }
            return joined == null ? before : joined;
        }

        private Optional<Batch> after(MethodDecl target, Batch before, Call call, boolean threw) {
            Effect effect = effects.get(target.key());
            if (effect == null) {
                return Optional.of(before);
            }
            if (before.published() == null || target.kind() == MethodDecl.Kind.CONSTRUCTOR) {
                // A new object prepares memory of its own, of which nothing was published yet.
                return effect.fromNew().of(threw).map(end -> both(before, end, end.late(), call, target));
            }
            return effect.fromLate().of(threw).map(end -> {
                Set<Span> late = new LinkedHashSet<>(end.late());
                if (late.remove(Batch.CALLERS)) {
                    late.addAll(before.late());
                }
                return both(before, end, late, call, target);
            });
        }

        /** What was before the call, as far as the called method has not looked, and what that has done. */
        private Batch both(Batch before, Batch end, Set<Span> late, Call call, MethodDecl target) {
            boolean constructs = target.kind() == MethodDecl.Kind.CONSTRUCTOR;
            boolean keeps = end.published() == Batch.CALLERS || end.published() == null && constructs;
            Span published = keeps ? before.published() : end.published();
            Set<Place> given = here(end.given(), call, target);
            Set<Place> out = here(end.out(), call, target);
            boolean overlooked = before.overlooked() || end.overlooked() && before.late().contains(Batch.CALLERS);
            if (!end.open()) {
                return new Batch(published, late, given, out, Map.of(), false, overlooked);
            }
            Map<Place, Span> after = new LinkedHashMap<>(before.after());
            end.after().forEach((place, span) -> place.moved(root -> call.here(root, target, places))
                    .ifPresent(moved -> after.putIfAbsent(moved, span)));
            boolean publishes = end.published() != null && end.published() != Batch.CALLERS;
            Set<Place> all = Batch.union(before.out(), out);
            return new Batch(published, constructs ? Batch.union(before.late(), late) : late, publishes ? given : Batch.union(before.given(), given),
                    publishes ? Batch.union(all, before.given()) : all, after, before.open(), overlooked);
        }

        private Set<Place> here(Set<Place> numbers, Call call, MethodDecl target) {
            Set<Place> found = new LinkedHashSet<>();
            numbers.forEach(place -> place.moved(root -> call.here(root, target, places)).ifPresent(found::add));
            return found;
        }

        @Override
        public Optional<Batch> along(Edge edge, Batch before, Batch after) {
            if (!edge.threw()) {
                return Optional.of(after);
            }
            // What failed hands nothing over: what it wrote in vain stays with the driver.
            Batch failed = step(edge.from().statement().orElseThrow(), before, true);
            return Optional.of(failed.with(null, Set.of(), failed.given(), Set.of()));
        }
    }
}
