// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.flow.Lattice;
import vireo.generator.ir.FieldDecl;
import vireo.generator.source.Span;

/** What depends on what, at one point of a method. Never changed: each step makes a new one. */
final class Loans {
    static final Lattice<Loans> LATTICE = Loans::join;
    static final Loans NONE = new Loans(Map.of());

    private final Map<Place, Lent> lent;

    private Loans(Map<Place, Lent> lent) {
        this.lent = lent;
    }

    Map<Place, Lent> all() {
        return lent;
    }

    Lent at(Place place) {
        return lent.getOrDefault(place, Lent.NOTHING);
    }

    Loans with(Place place, Lent value) {
        if (at(place).equals(value)) {
            return this;
        }
        Map<Place, Lent> changed = new HashMap<>(lent);
        changed.put(place, value);
        return new Loans(changed);
    }

    /** The lender has another name: an object keeps it in a field, which may change. */
    Loans renamed(Place from, Place to, Set<FieldDecl> changeable) {
        Map<Place, Lent> changed = new HashMap<>();
        lent.forEach((place, value) -> {
            Set<Loan> loans = new HashSet<>();
            value.loans().forEach(loan -> loans.add(!loan.behind() && loan.lender().equals(from) ? loan.from(to).through(changeable) : loan));
            changed.put(place, new Lent(loans, value.end()));
        });
        return new Loans(changed);
    }

    /** A lender goes: what depends on it is not to be used any more, and what depends on that. */
    Loans gone(Place lender, Span at) {
        return ended(loan -> !loan.behind() && loan.touches(lender), new Lent.End(lender, at), lender);
    }

    /** Another value is in one of these fields, in some object. */
    Loans replaced(Set<FieldDecl> fields, Span at) {
        if (fields.isEmpty()) {
            return this;
        }
        Loans result = this;
        for (FieldDecl field : fields) {
            result = result.ended(loan -> loan.through().contains(field), new Lent.End(Place.ofField(field), at), null);
        }
        return result;
    }

    private Loans ended(Predicate<Loan> over, Lent.End end, Place itself) {
        Map<Place, Lent> changed = new HashMap<>(lent);
        Deque<Place> dead = new ArrayDeque<>();
        lent.forEach((place, value) -> {
            if (!place.equals(itself) && value.end().isEmpty() && value.loans().stream().anyMatch(over)) {
                dead.add(place);
            }
        });
        Set<Place> seen = new HashSet<>(dead);
        while (!dead.isEmpty()) {
            Place place = dead.remove();
            changed.computeIfPresent(place, (p, value) -> value.ended(end));
            lent.forEach((other, value) -> {
                if (!other.equals(itself) && value.loans().stream().anyMatch(l -> l.lender().equals(place) || l.lender().isPartOf(place))
                        && seen.add(other)) {
                    dead.add(other);
                }
            });
        }
        return seen.isEmpty() ? this : new Loans(changed);
    }

    private Loans join(Loans other) {
        if (equals(other)) {
            return this;
        }
        Map<Place, Lent> joined = new HashMap<>(lent);
        other.lent.forEach((place, value) -> joined.merge(place, value, Lent::join));
        return new Loans(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loans loans && loans.lent.equals(lent);
    }

    @Override
    public int hashCode() {
        return lent.hashCode();
    }
}
