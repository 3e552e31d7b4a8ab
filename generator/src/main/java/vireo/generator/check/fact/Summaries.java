// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Solution;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;

/** What is known of the methods that were looked at so far. */
public final class Summaries {
    private final CallGraph calls;
    private final Map<String, Summary> known = new HashMap<>();

    public Summaries(CallGraph calls) {
        this.calls = calls;
    }

    /** Keeps what a method's solution says to its callers. */
    public void add(MethodDecl method, Solution<Knowledge> solution, Places places) {
        known.put(method.key(), Summary.of(solution, places));
    }

    /** What holds once the call has returned, in the words of the caller; what the result says about itself included. */
    Summary of(Call call, Places places, FieldWrites writes) {
        List<MethodDecl> targets = call.targets(calls);
        Set<FieldDecl> written = writes.of(call.statement());
        Set<Fact> facts = null;
        Set<Fact> whenTrue = null;
        Set<Fact> whenFalse = null;
        for (MethodDecl target : targets) {
            Summary summary = known.getOrDefault(target.key(), Summary.UNKNOWN);
            if (summary.returns()) {
                facts = Outcomes.either(facts, here(summary.facts(), call, target, places, written));
                Outcomes result = summary.result();
                whenTrue = Outcomes.either(whenTrue, here(result.whenTrue(), call, target, places, written));
                whenFalse = Outcomes.either(whenFalse, here(result.whenFalse(), call, target, places, written));
            }
        }
        return facts == null ? Summary.UNKNOWN : new Summary(true, facts, new Outcomes(whenTrue, whenFalse));
    }

    private static Set<Fact> here(Set<Fact> facts, Call call, MethodDecl target, Places places, Set<FieldDecl> written) {
        if (facts == null) {
            return null;
        }
        Set<Fact> found = new HashSet<>();
        facts.forEach(fact -> fact.moved(root -> there(root, call, target, places, written)).ifPresent(found::add));
        return found;
    }

    /** What the caller passed is not what the same words mean after the call, where the call changed it. */
    private static Optional<Place> there(Place root, Call call, MethodDecl target, Places places, Set<FieldDecl> written) {
        boolean parameter = !root.isSelf() && !root.equals(Place.result());
        return call.here(root, target, places).filter(place -> !parameter
                || call.result().map(local -> !place.mentions(local)).orElse(true) && written.stream().noneMatch(place::mentions));
    }
}
