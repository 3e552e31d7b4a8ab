// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * How the driver fills its rings: it writes the entry that a free-running counter stands at, moves the counter on by one, and publishes
 * the counter. So the published index never runs ahead of what was written.
 */
final class Filling {
    /** The entry of a ring that the counter stands at has been written. */
    static final String FILLED = "filled";

    private static final String CUT = "cut";

    /** What a need is about. */
    enum Step {
        MOVED,
        MOVED_OTHERWISE,
        BEGUN_ANEW,
        PUBLISHED,
        PUBLISHED_OTHERWISE,
        NEVER_WRITTEN
    }

    private final Rings rings;
    private final RingCounters counters;

    Filling(Rings rings, CallGraph calls) {
        this.rings = rings;
        this.counters = new RingCounters(rings, calls, Rings::isDriverWritten);
    }

    /** The driver-written ring's entry that the statement stores to. */
    private Optional<Rings.Entry> written(Stmt statement, Places places) {
        return statement instanceof Stmt.WriteCell write
                ? rings.entry(write.cell(), places).filter(entry -> Rings.isDriverWritten(entry.ring())) : Optional.empty();
    }

    Needs rules(MethodDecl method, Places places, Findings findings) {
        return new Fill(method, places, findings);
    }

    private final class Fill implements Needs {
        private final MethodDecl method;
        private final Places places;
        private final Findings findings;

        Fill(MethodDecl method, Places places, Findings findings) {
            this.method = method;
            this.places = places;
            this.findings = findings;
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            if (counters.quiets(statement)) {
                return Set.of(RingCounters.QUIET);
            }
            Optional<Rings.Entry> entry = written(statement, places);
            if (entry.isPresent()) {
                Place index = places.of(entry.get().index());
                Optional<Place> counter = Rings.counter(entry.get().index(), places).or(() -> before.facts().stream()
                        .filter(fact -> fact.kind().equals(CUT) && fact.place(0).equals(index)).map(fact -> fact.place(1)).findFirst());
                return counter.map(place -> Set.of(Fact.of(FILLED, place, places.of(entry.get().of())))).orElse(Set.of());
            }
            Optional<Expr> value = LoopRules.value(statement);
            Optional<Local> target = Statements.assigned(statement);
            if (value.isEmpty() || target.isEmpty()) {
                return Set.of();
            }
            Set<Fact> made = new HashSet<>();
            Place local = Place.of(target.get());
            Rings.counter(value.get(), places).ifPresent(counter -> made.add(Fact.of(CUT, local, counter)));
            Place source = places.of(value.get());
            counters.rings(method, source).stream().filter(ring -> counters.isCounter(method, source, ring, before))
                    .forEach(ring -> made.add(Fact.of(RingCounters.COUNTER, local, ring)));
            return made;
        }

        @Override
        public boolean survives(Fact fact, Stmt statement) {
            if (!(statement instanceof Stmt.WriteCell write) || write.order() != Stmt.Order.PUBLISH) {
                return true;
            }
            // An older copy of the counter would take the index back.
            boolean older = fact.kind().equals(RingCounters.COUNTER) && !fact.place(0).equals(places.of(write.value()));
            return !older && !fact.equals(RingCounters.QUIET);
        }

        @Override
        public boolean isMet(Fact needed, Knowledge known) {
            return known.holds(needed)
                    || needed.kind().equals(RingCounters.COUNTER) && counters.isCounter(method, needed.place(0), needed.place(1), known);
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            List<Need> needs = new ArrayList<>();
            counters.moved(method, statement, places).ifPresent(moved -> moved(moved, statement, needs));
            if (statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH) {
                rings.index(write.cell()).filter(Rings::isDriverWritten)
                        .ifPresent(ring -> published(ring, places.of(Rings.of(write.cell())), places.of(write.value()), statement, needs));
            }
            if (!needs.isEmpty()) {
                findings.proved("ring entries", statement);
            }
            return needs;
        }

        /** The counter gets a value: the next one, where its entry is filled; a copy of a counter; or zero, to begin anew. */
        private void moved(RingCounters.Moved moved, Stmt statement, List<Need> needs) {
            if (moved.value().equals(moved.counter())) {
                return;
            }
            if (moved.isConstant()) {
                begun(moved.isZero(), Step.MOVED_OTHERWISE, statement, needs);
                return;
            }
            Optional<Place> next = RingCounters.successor(moved.value());
            for (Place ring : moved.rings()) {
                if (next.isPresent()) {
                    needs.add(new Need(Fact.of(FILLED, next.get(), ring), Step.MOVED, statement.span()));
                    needs.add(new Need(Fact.of(RingCounters.COUNTER, next.get(), ring), Step.MOVED_OTHERWISE, statement.span()));
                } else {
                    needs.add(new Need(Fact.of(RingCounters.COUNTER, moved.value(), ring), Step.MOVED_OTHERWISE, statement.span()));
                }
            }
        }

        /** No entry is left that the device could be told of again. */
        private void begun(boolean zero, Step otherwise, Stmt statement, List<Need> needs) {
            if (!zero) {
                needs.add(new Need(Fact.of("a count of entries"), otherwise, statement.span()));
            } else if (!counters.isBuilding(method)) {
                needs.add(new Need(RingCounters.QUIET, Step.BEGUN_ANEW, statement.span()));
            }
        }

        private void published(DmaDecl ring, Place place, Place value, Stmt statement, List<Need> needs) {
            Optional<Place> next = RingCounters.successor(value);
            if (value.label().startsWith("#")) {
                begun(value.equals(Place.constant(0)), Step.PUBLISHED_OTHERWISE, statement, needs);
            } else if (!counters.isFilled(ring)) {
                needs.add(new Need(Fact.of(FILLED, Place.constant(ring.simpleName())), Step.NEVER_WRITTEN, statement.span()));
            } else if (next.isPresent()) {
                needs.add(new Need(Fact.of(FILLED, next.get(), place), Step.PUBLISHED, statement.span()));
                needs.add(new Need(Fact.of(RingCounters.COUNTER, next.get(), place), Step.PUBLISHED_OTHERWISE, statement.span()));
            } else {
                needs.add(new Need(Fact.of(RingCounters.COUNTER, value, place), Step.PUBLISHED_OTHERWISE, statement.span()));
            }
        }
    }
}
