// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.Span;

/** Collects what the checks found and what they proved. A statement that stands on several paths counts once. */
final class Findings {
    private record Place(String code, Span span) {}

    private final Diagnostics diagnostics;
    private final Set<Place> reported = new HashSet<>();
    private final SortedMap<String, Integer> proofs = new TreeMap<>();
    private final Map<Object, String> counted = new IdentityHashMap<>();

    Findings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports a finding; a second one of the same code at the same place adds nothing for the author. */
    void report(Diagnostic diagnostic) {
        if (reported.add(new Place(diagnostic.code(), diagnostic.primary()))) {
            diagnostics.report(diagnostic);
        }
    }

    /** Counts a proof of the given kind about {@code site}. */
    void proved(String kind, Object site) {
        if (!kind.equals(counted.put(site, kind))) {
            proofs.merge(kind, 1, Integer::sum);
        }
    }

    /** Counts proofs that another analysis has counted. */
    void proved(String kind, int count) {
        if (count > 0) {
            proofs.merge(kind, count, Integer::sum);
        }
    }

    /** Forgets which sites of a finished method were counted. */
    void endMethod() {
        counted.clear();
    }

    SortedMap<String, Integer> proofs() {
        return proofs;
    }
}
