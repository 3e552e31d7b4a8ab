// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Statements;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Which methods test a deadline for their callers: they return only, or return one of their answers only, while it has not passed. */
final class DeadlineTests {
    private DeadlineTests() {}

    static Summaries of(Program program, CallGraph calls, FieldWrites writes) {
        Summaries summaries = new Summaries(calls);
        Set<String> testing = new HashSet<>();
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isEmpty() || !tests(method, calls, testing)) {
                continue;
            }
            testing.add(method.key());
            Places places = new Places(method);
            LoopRules rules = new LoopRules(new Loops(method, writes), places, Optional.empty(), LoopProgress.Trust.ANY);
            summaries.add(method, MustFlow.solve(Cfg.of(method, program), places, rules, summaries, writes, Set.of()), places);
        }
        return summaries;
    }

    private static boolean tests(MethodDecl method, CallGraph calls, Set<String> testing) {
        boolean[] found = {calls.callsOf(method).stream().anyMatch(site -> testing.contains(site.callee().key()))};
        Statements.walk(method.body().orElseThrow(), s -> found[0] |= s instanceof Stmt.ForeignCall call
                && call.function().cName().equals(LoopRules.EXPIRED));
        return found[0];
    }
}
