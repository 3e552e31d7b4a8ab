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
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/**
 * What is known of rings that the device writes: which numbers are its index as it was observed, how far that is from the driver's
 * counter, and which entries it therefore has handed over.
 */
final class HandedOver implements Needs {
    /** A value is what was observed of a ring's index. */
    private static final String OBSERVED = "observed";

    /** A value is the distance from a counter to what was observed of a ring's index. */
    private static final String DISTANCE = "distance";

    /** The entry that a counter stands at is there: the ring's index was observed and found to be another number. */
    static final String HANDED_OVER = "handed over";

    /** A variable is a counter cut to an index. */
    private static final String CUT = "cut";

    private static final Place UNKNOWN = Place.constant("unknown counter");

    /** What a need is about. */
    enum Step {
        READ,
        /** Entries that are read at places which cannot be seen. */
        LENT,
        MOVED,
        MOVED_OTHERWISE,
        BEGUN_ANEW
    }

    /**
     * Who needs what.
     *
     * @param ring empty where the need is about a counter
     */
    record Subject(Step step, Optional<DmaDecl> ring) {}

    private final Rings rings;
    private final RingCounters counters;
    private final MethodDecl method;
    private final Places places;
    private final Findings findings;

    /** @param counters of the rings that the device writes */
    HandedOver(Rings rings, RingCounters counters, MethodDecl method, Places places, Findings findings) {
        this.rings = rings;
        this.counters = counters;
        this.method = method;
        this.places = places;
        this.findings = findings;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        if (counters.quiets(statement)) {
            return Set.of(RingCounters.QUIET);
        }
        if (statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE && rings.index(read.cell()).isPresent()) {
            return Set.of(Fact.of(OBSERVED, Place.of(read.result()), places.of(Rings.of(read.cell()))));
        }
        Set<Fact> made = new HashSet<>();
        if (!(statement instanceof Stmt.WriteCell)) {
            // Where that was not so it is reported once, and not again for the counter that moves on.
            List<Need> asked = new ArrayList<>();
            Statements.expressions(statement).forEach(e -> entries(e, before, statement.span(), asked));
            asked.stream().map(Need::fact).filter(fact -> !fact.place(1).equals(UNKNOWN)).forEach(made::add);
        }
        Optional<Local> target = Statements.assigned(statement);
        Expr value = LoopRules.value(statement).orElse(null);
        if (target.isEmpty() || value == null) {
            return made;
        }
        Place local = Place.of(target.get());
        Rings.counter(value, places).ifPresent(counter -> made.add(Fact.of(CUT, local, counter)));
        distances(value, before, (ring, counter) -> made.add(Fact.of(DISTANCE, local, ring, counter)));
        Place source = places.of(value);
        counters.rings(method, source).stream().filter(ring -> counters.isCounter(method, source, ring, before))
                .forEach(ring -> made.add(Fact.of(RingCounters.COUNTER, local, ring)));
        return made;
    }

    private interface Sink {
        void found(Place ring, Place counter);
    }

    /** The rings and counters that the value is the distance of. */
    private void distances(Expr value, Knowledge known, Sink sink) {
        Place place = places.of(value);
        boolean wraps = value instanceof Expr.Binary binary && binary.op() == Expr.BinaryOp.SUB && binary.overflow() != Expr.Overflow.EXACT;
        for (Fact fact : known.facts()) {
            if (fact.kind().equals(DISTANCE) && fact.place(0).equals(place)) {
                sink.found(fact.place(1), fact.place(2));
            } else if (wraps && fact.kind().equals(OBSERVED) && fact.place(0).equals(place.parts().get(0))) {
                sink.found(fact.place(1), place.parts().get(1));
            }
        }
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        if (!(condition instanceof Expr.Binary test)) {
            return Set.of();
        }
        Set<Fact> found = new HashSet<>();
        switch (test.op()) {
            case EQ, NE -> {
                if ((test.op() == Expr.BinaryOp.NE) == outcome) {
                    apart(test.left(), test.right(), known, found);
                    apart(test.right(), test.left(), known, found);
                }
            }
            case LT -> greater(outcome ? test.right() : test.left(), outcome ? test.left() : test.right(), outcome, known, found);
            case GT -> greater(outcome ? test.left() : test.right(), outcome ? test.right() : test.left(), outcome, known, found);
            case LE -> greater(outcome ? test.right() : test.left(), outcome ? test.left() : test.right(), !outcome, known, found);
            case GE -> greater(outcome ? test.left() : test.right(), outcome ? test.right() : test.left(), !outcome, known, found);
            default -> { }
        }
        return found;
    }

    /** {@code value != other}: other is the driver's counter, or value a distance and other zero. */
    private void apart(Expr value, Expr other, Knowledge known, Set<Fact> found) {
        Place place = places.of(value);
        known.facts().stream().filter(fact -> fact.kind().equals(OBSERVED) && fact.place(0).equals(place))
                .forEach(fact -> handedOver(fact.place(1), places.of(other), known, found));
        if (places.of(other).equals(Place.constant(0))) {
            distances(value, known, (ring, counter) -> handedOver(ring, counter, known, found));
        }
    }

    /** {@code value > least}, or {@code value >= least}: a distance that is at least one. */
    private void greater(Expr value, Expr least, boolean strictly, Knowledge known, Set<Fact> found) {
        boolean one = least.type() instanceof Type.Int type && type.range().min().signum() >= 0 && strictly
                || least instanceof Expr.Const number && number.value().signum() > 0
                || least instanceof Expr.NamedConst named && named.value().signum() > 0
                || strictly && places.of(least).equals(Place.constant(0));
        if (one) {
            distances(value, known, (ring, counter) -> handedOver(ring, counter, known, found));
        }
    }

    /** The observed index is not the counter, and a counter of handed-over entries is never beyond it. */
    private void handedOver(Place ring, Place counter, Knowledge known, Set<Fact> found) {
        if (isCount(counter, ring, known)) {
            found.add(Fact.of(HANDED_OVER, ring, counter));
        }
    }

    private boolean isCount(Place value, Place ring, Knowledge known) {
        return counters.isCounter(method, value, ring, known) || known.holds(Fact.of(OBSERVED, value, ring));
    }

    private Fact needed(Rings.Entry entry, Knowledge known) {
        Place index = places.of(entry.index());
        Optional<Place> counter = Rings.counter(entry.index(), places).or(() -> known.facts().stream()
                .filter(fact -> fact.kind().equals(CUT) && fact.place(0).equals(index)).map(fact -> fact.place(1)).findFirst());
        return Fact.of(HANDED_OVER, places.of(entry.of()), counter.orElse(UNKNOWN));
    }

    @Override
    public boolean isMet(Fact needed, Knowledge known) {
        return known.holds(needed) || needed.kind().equals(RingCounters.COUNTER) && isCount(needed.place(0), needed.place(1), known);
    }

    @Override
    public List<Need> needs(Node at, Stmt statement, Knowledge before) {
        List<Need> needs = new ArrayList<>();
        if (statement instanceof Stmt.WriteCell) {
            return needs;
        }
        boolean named = LoopRules.value(statement).isPresent();
        for (Expr e : Statements.expressions(statement)) {
            entries(e, before, named ? statement.span() : e.span(), needs);
            // A variable that only stands for the array is seen through.
            boolean seen = named && Statements.assigned(statement).filter(local -> places.isName(local)).isPresent();
            if (!seen) {
                lent(e, needs);
            }
        }
        counters.moved(method, statement, places).ifPresent(moved -> moved(moved, statement, needs));
        if (!needs.isEmpty()) {
            findings.proved("ring entries", statement);
        }
        return needs;
    }

    /** The entries that the expression reads, gives a name, or hands to somebody. */
    private void entries(Expr e, Knowledge known, Span span, List<Need> needs) {
        if (e instanceof Expr.DmaElement) {
            Optional<Rings.Entry> entry = rings.entry(e, places).filter(found -> Rings.isDeviceWritten(found.ring()));
            if (entry.isPresent()) {
                needs.add(new Need(needed(entry.get(), known), new Subject(Step.READ, Optional.of(entry.get().ring())), span));
            }
        }
        Expressions.operands(e).forEach(operand -> entries(operand, known, span, needs));
    }

    /** A ring's entries, all of them, handed to somebody or given a name that may stand for another ring's. */
    private void lent(Expr e, List<Need> needs) {
        if (e instanceof Expr.Length || e instanceof Expr.DmaElement element && element.array() instanceof Expr.DmaField) {
            return;
        }
        if (e instanceof Expr.DmaField field) {
            rings.entries(field).filter(Rings::isDeviceWritten).ifPresent(ring -> needs.add(new Need(
                    Fact.of(HANDED_OVER, places.of(field.structure()), UNKNOWN), new Subject(Step.LENT, Optional.of(ring)), e.span())));
        }
        Expressions.operands(e).forEach(operand -> lent(operand, needs));
    }

    /** The counter gets a value: the next one, where its entry was handed over; a copy of such a counter; or zero, to begin anew. */
    private void moved(RingCounters.Moved moved, Stmt statement, List<Need> needs) {
        if (moved.value().equals(moved.counter())) {
            return;
        }
        if (moved.isConstant()) {
            if (!moved.isZero()) {
                needs.add(new Need(Fact.of("a count of entries"), subject(Step.MOVED_OTHERWISE), statement.span()));
            } else if (!counters.isBuilding(method)) {
                needs.add(new Need(RingCounters.QUIET, subject(Step.BEGUN_ANEW), statement.span()));
            }
            return;
        }
        Optional<Place> next = RingCounters.successor(moved.value());
        for (Place ring : moved.rings()) {
            needs.add(next.isPresent() ? new Need(Fact.of(HANDED_OVER, ring, next.get()), subject(Step.MOVED), statement.span())
                    : new Need(Fact.of(RingCounters.COUNTER, moved.value(), ring), subject(Step.MOVED_OTHERWISE), statement.span()));
        }
    }

    private static Subject subject(Step step) {
        return new Subject(step, Optional.empty());
    }
}
