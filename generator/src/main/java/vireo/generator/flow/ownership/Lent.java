// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vireo.generator.source.Span;

/**
 * What the value in a variable or field depends on, over all paths that lead here.
 *
 * @param loans what it depends on
 * @param end the lender that is gone, on some path
 */
record Lent(Set<Loan> loans, Optional<End> end) {
    /** A lender, and where it went. */
    record End(Place lender, Span at) {
        private static final Comparator<End> ORDER = Comparator.<End>comparingInt(e -> e.at().start())
                .thenComparing(e -> e.lender().toString());
    }

    static final Lent NOTHING = new Lent(Set.of(), Optional.empty());

    Lent {
        loans = Set.copyOf(loans);
    }

    static Lent of(Set<Loan> loans) {
        return loans.isEmpty() ? NOTHING : new Lent(loans, Optional.empty());
    }

    Lent with(Set<Loan> more) {
        if (loans.containsAll(more)) {
            return this;
        }
        Set<Loan> all = new HashSet<>(loans);
        all.addAll(more);
        return new Lent(all, end);
    }

    Lent ended(End first) {
        return new Lent(loans, end.isPresent() ? end : Optional.of(first));
    }

    Lent join(Lent other) {
        if (equals(other)) {
            return this;
        }
        return new Lent(with(other.loans).loans, Stream.concat(end.stream(), other.end.stream()).min(End.ORDER));
    }
}
