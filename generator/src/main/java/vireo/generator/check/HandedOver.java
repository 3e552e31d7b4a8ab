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
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

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

    private final Rings rings;
    private final Places places;
    private final Findings findings;

    HandedOver(Rings rings, Places places, Findings findings) {
        this.rings = rings;
        this.places = places;
        this.findings = findings;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        if (statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE && rings.index(read.cell()).isPresent()) {
            return Set.of(Fact.of(OBSERVED, Place.of(read.result()), places.of(Rings.of(read.cell()))));
        }
        Optional<Local> target = Statements.assigned(statement);
        Expr value = LoopRules.value(statement).orElse(null);
        if (target.isEmpty() || value == null) {
            return Set.of();
        }
        Place local = Place.of(target.get());
        Set<Fact> made = new HashSet<>();
        Rings.counter(value, places).ifPresent(counter -> made.add(Fact.of(CUT, local, counter)));
        distances(value, before, (ring, counter) -> made.add(Fact.of(DISTANCE, local, ring, counter)));
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
                .forEach(fact -> found.add(Fact.of(HANDED_OVER, fact.place(1), places.of(other))));
        if (places.of(other).equals(Place.constant(0))) {
            distances(value, known, (ring, counter) -> found.add(Fact.of(HANDED_OVER, ring, counter)));
        }
    }

    /** {@code value > least}, or {@code value >= least}: a distance that is at least one. */
    private void greater(Expr value, Expr least, boolean strictly, Knowledge known, Set<Fact> found) {
        boolean one = least.type() instanceof Type.Int type && type.range().min().signum() >= 0 && strictly
                || least instanceof Expr.Const number && number.value().signum() > 0
                || least instanceof Expr.NamedConst named && named.value().signum() > 0
                || strictly && places.of(least).equals(Place.constant(0));
        if (one) {
            distances(value, known, (ring, counter) -> found.add(Fact.of(HANDED_OVER, ring, counter)));
        }
    }

    private Fact needed(Rings.Entry entry, Knowledge known) {
        Place index = places.of(entry.index());
        Optional<Place> counter = Rings.counter(entry.index(), places).or(() -> known.facts().stream()
                .filter(fact -> fact.kind().equals(CUT) && fact.place(0).equals(index)).map(fact -> fact.place(1)).findFirst());
        return Fact.of(HANDED_OVER, places.of(entry.of()), counter.orElse(UNKNOWN));
    }

    private static boolean isHandedOver(Fact needed, Knowledge known) {
        return known.holds(needed) || needed.place(1).equals(UNKNOWN) && known.facts().stream()
                .anyMatch(fact -> fact.kind().equals(HANDED_OVER) && fact.place(0).equals(needed.place(0)));
    }

    @Override
    public boolean isMet(Fact needed, Knowledge known) {
        return isHandedOver(needed, known);
    }

    @Override
    public List<Need> needs(Node at, Stmt statement, Knowledge before) {
        List<Need> needs = new ArrayList<>();
        if (statement instanceof Stmt.ReadCell read) {
            Optional<Rings.Entry> entry = rings.entry(read.cell(), places).filter(e -> Rings.isDeviceWritten(e.ring()));
            entry.ifPresent(e -> needs.add(new Need(needed(e, before), e.ring(), read.cell().span())));
        }
        // An entry with a name of its own: the name has to be given where the entry is there.
        LoopRules.value(statement).flatMap(value -> rings.entry(value, places)).filter(e -> Rings.isDeviceWritten(e.ring()))
                .ifPresent(e -> needs.add(new Need(needed(e, before), e.ring(), statement.span())));
        if (!needs.isEmpty()) {
            findings.proved("ring entries", statement);
        }
        return needs;
    }
}
