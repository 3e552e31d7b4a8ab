// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vireo.generator.ir.FieldDecl;

/**
 * What a call of a method does to loans, in terms of its parameters and its object. Grows while the program is followed.
 *
 * @param result what the result depends on
 * @param keeps what its object, or that of a parameter, depends on from the call on
 * @param replaces the fields, of any object, in which it may store another value
 */
record LoanSummary(Set<Loan> result, Map<Place, Set<Loan>> keeps, Set<FieldDecl> replaces) {
    static LoanSummary empty() {
        return new LoanSummary(new HashSet<>(), new HashMap<>(), new HashSet<>());
    }

    boolean keep(Place holder, Set<Loan> loans) {
        return !loans.isEmpty() && keeps.computeIfAbsent(holder, h -> new HashSet<>()).addAll(loans);
    }
}
