// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import vireo.generator.ir.FieldDecl;

/**
 * What a value depends on: it is good for no longer than its lender is there.
 *
 * @param lender an owner, or a parameter or the object at hand, whoever owns that
 * @param behind the lender is not this place, but something that the object there refers to
 * @param through the changeable fields by which the value was reached: storing another value in one of them ends the loan
 */
record Loan(Place lender, boolean behind, Set<FieldDecl> through) {
    Loan {
        through = Set.copyOf(through);
    }

    static Loan of(Place lender) {
        return new Loan(lender, false, Set.of());
    }

    static Loan behind(Place lender) {
        return new Loan(lender, true, Set.of());
    }

    Loan through(Collection<FieldDecl> more) {
        if (through.containsAll(more)) {
            return this;
        }
        Set<FieldDecl> all = new HashSet<>(through);
        all.addAll(more);
        return new Loan(lender, behind, all);
    }

    Loan from(Place other) {
        return new Loan(other, behind, through);
    }

    /** Taken from the object at hand. */
    boolean isOfThis() {
        return lender.root().isEmpty();
    }

    /** The lender, a part of it or what it is a part of. */
    boolean touches(Place place) {
        return lender.equals(place) || lender.isPartOf(place) || place.isPartOf(lender);
    }
}
