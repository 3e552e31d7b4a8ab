// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * How the driver fills its rings: it writes the entry that a free-running counter stands at, moves the counter on by one, and publishes
 * the counter. So the published index never runs ahead of what was written.
 */
final class Filling {
    /** The entry that the counter stands at has been written. */
    static final String FILLED = "filled";

    /** The value is a counter of entries written. */
    static final String COUNTER = "counter";

    /** What a need is about. */
    enum Step {
        MOVED,
        MOVED_OTHERWISE,
        PUBLISHED,
        PUBLISHED_OTHERWISE,
        NEVER_WRITTEN
    }

    private final Rings rings;
    private final Set<FieldDecl> counters = new HashSet<>();
    private final Map<String, Set<Local>> counterLocals = new HashMap<>();
    private final Set<String> filledRings = new HashSet<>();

    Filling(Rings rings, CallGraph calls) {
        this.rings = rings;
        for (MethodDecl method : calls.methods()) {
            Places places = new Places(method);
            Set<Local> locals = new HashSet<>();
            Map<Place, Place> cuts = new HashMap<>();
            method.body().ifPresent(body -> {
                Statements.walk(body, statement -> LoopRules.value(statement).flatMap(value -> Rings.counter(value, places))
                        .ifPresent(counter -> cuts.put(Place.of(Statements.assigned(statement).orElseThrow()), counter)));
                Statements.walk(body, statement -> written(statement, places).ifPresent(entry -> {
                    filledRings.add(entry.ring().name());
                    Place index = places.of(entry.index());
                    Rings.counter(entry.index(), places).or(() -> Optional.ofNullable(cuts.get(index))).ifPresent(counter -> {
                        counter.field().ifPresent(counters::add);
                        counter.local().ifPresent(locals::add);
                    });
                }));
            });
            counterLocals.put(method.key(), locals);
        }
    }

    /** The driver-written ring's entry that the statement stores to. */
    private Optional<Rings.Entry> written(Stmt statement, Places places) {
        return statement instanceof Stmt.WriteCell write
                ? rings.entry(write.cell(), places).filter(entry -> Rings.isDriverWritten(entry.ring())) : Optional.empty();
    }

    boolean isEmpty() {
        return filledRings.isEmpty();
    }

    Needs rules(MethodDecl method, Places places, Findings findings) {
        return new Fill(places, counterLocals.getOrDefault(method.key(), Set.of()), findings);
    }

    private final class Fill implements Needs {
        private final Places places;
        private final Set<Local> locals;
        private final Findings findings;

        Fill(Places places, Set<Local> locals, Findings findings) {
            this.places = places;
            this.locals = locals;
            this.findings = findings;
        }

        private static Fact cut(Place index, Place counter) {
            return Fact.of("cut", index, counter);
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            Optional<Rings.Entry> entry = written(statement, places);
            if (entry.isPresent()) {
                Place index = places.of(entry.get().index());
                Optional<Place> counter = Rings.counter(entry.get().index(), places).or(() -> before.facts().stream()
                        .filter(fact -> fact.kind().equals("cut") && fact.place(0).equals(index)).map(fact -> fact.place(1)).findFirst());
                return counter.map(place -> Set.of(Fact.of(FILLED, place))).orElse(Set.of());
            }
            Optional<Expr> value = LoopRules.value(statement);
            Optional<Local> target = Statements.assigned(statement);
            if (value.isEmpty() || target.isEmpty()) {
                return Set.of();
            }
            Set<Fact> made = new HashSet<>();
            Rings.counter(value.get(), places).ifPresent(counter -> made.add(cut(Place.of(target.get()), counter)));
            if (isCounter(places.of(value.get()), before)) {
                made.add(Fact.of(COUNTER, Place.of(target.get())));
            }
            return made;
        }

        private boolean isCounter(Place place, Knowledge known) {
            return place.field().filter(counters::contains).isPresent() || place.local().filter(locals::contains).isPresent()
                    || known.holds(Fact.of(COUNTER, place));
        }

        @Override
        public boolean isMet(Fact needed, Knowledge known) {
            return known.holds(needed) || needed.kind().equals(COUNTER) && isCounter(needed.place(0), known);
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            List<Need> needs = new ArrayList<>();
            if (statement instanceof Stmt.SetField store && counters.contains(store.field())) {
                moved(Place.of(places.of(store.object()), store.field()), store.value(), true, statement, needs);
            } else if (LoopRules.value(statement).isPresent() && locals.contains(Statements.assigned(statement).orElseThrow())) {
                moved(Place.of(Statements.assigned(statement).get()), LoopRules.value(statement).get(), false, statement, needs);
            } else if (statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH) {
                rings.index(write.cell()).filter(Rings::isDriverWritten).ifPresent(ring -> {
                    Place value = places.of(write.value());
                    Optional<Place> next = successor(value);
                    if (!filledRings.contains(ring.name())) {
                        needs.add(new Need(Fact.of(FILLED, Place.constant(ring.simpleName())), Step.NEVER_WRITTEN, statement.span()));
                    } else if (next.isPresent()) {
                        needs.add(new Need(Fact.of(FILLED, next.get()), Step.PUBLISHED, statement.span()));
                    } else if (!value.label().startsWith("#")) {
                        needs.add(new Need(Fact.of(COUNTER, value), Step.PUBLISHED_OTHERWISE, statement.span()));
                    }
                });
            }
            if (!needs.isEmpty()) {
                findings.proved("ring entries", statement);
            }
            return needs;
        }

        /** The counter gets a value: the next one, where its entry is filled; a copy of a counter; or a constant, to begin anew. */
        private void moved(Place counter, Expr value, boolean field, Stmt statement, List<Need> needs) {
            Place place = places.of(value);
            Optional<Place> next = successor(place);
            if (next.isPresent()) {
                needs.add(new Need(Fact.of(FILLED, next.get()), Step.MOVED, statement.span()));
            } else if (field && !place.label().startsWith("#") && !place.equals(counter)) {
                needs.add(new Need(Fact.of(COUNTER, place), Step.MOVED_OTHERWISE, statement.span()));
            } else if (!field && !(value.type() instanceof Type.Int && (place.local().isPresent() || place.field().isPresent()
                    || place.label().startsWith("#")))) {
                needs.add(new Need(Fact.of(COUNTER, place), Step.MOVED_OTHERWISE, statement.span()));
            }
        }

        /** {@code c} where the place is {@code c} and one more, modulo the counter's width. */
        private static Optional<Place> successor(Place place) {
            boolean adds = place.label().startsWith(Expr.BinaryOp.ADD + " WRAP");
            return adds && place.parts().get(1).equals(Place.constant(1)) ? Optional.of(place.parts().get(0)) : Optional.empty();
        }
    }
}
