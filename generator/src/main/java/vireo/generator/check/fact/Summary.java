// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Solution;
import vireo.generator.ir.MethodDecl;

/**
 * What holds once a method has returned, about its object, its arguments and its result.
 *
 * @param returns whether it ever returns
 * @param result what its result says, where that is a boolean
 */
record Summary(boolean returns, Set<Fact> facts, Outcomes result) {
    static final Summary UNKNOWN = new Summary(true, Set.of(), Outcomes.SILENT);

    static Summary of(Solution<Knowledge> solution, Places places) {
        Cfg cfg = solution.cfg();
        Optional<Knowledge> end = solution.before(cfg.exit());
        if (end.isEmpty()) {
            return new Summary(false, Set.of(), Outcomes.SILENT);
        }
        MethodDecl method = cfg.method();
        Outcomes result = end.get().of(Place.RESULT).map(known -> exported(known, method, places));
        return new Summary(true, exported(end.get().facts(), method, places), result);
    }

    private static Set<Fact> exported(Set<Fact> facts, MethodDecl method, Places places) {
        Set<Fact> found = new HashSet<>();
        for (Fact fact : facts) {
            boolean hasName = fact.scope() == 0 && fact.about().stream().noneMatch(place -> place.has(part -> part.local().isPresent()
                    && !part.local().get().equals(Place.RESULT)
                    && (!method.parameters().contains(part.local().get()) || places.isAssigned(part.local().get()))));
            if (hasName) {
                found.add(fact);
            }
        }
        return found;
    }
}
