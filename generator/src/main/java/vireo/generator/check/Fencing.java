// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Between a store of one kind and a read of another stands a full barrier. */
final class Fencing {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Fact fenced;
    private final Predicate<Stmt> stores;
    private final Predicate<Stmt> reads;
    private final Set<String> disturbing = new HashSet<>();
    private boolean fencedAtEntry = true;

    /**
     * @param name of the kind of store
     * @param stores what has to be followed by a barrier before anything that {@code reads}
     */
    Fencing(Program program, CallGraph calls, FieldWrites writes, String name, Predicate<Stmt> stores, Predicate<Stmt> reads) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.fenced = Fact.of("fenced since " + name);
        this.stores = stores;
        this.reads = reads;
        Summaries none = new Summaries(calls);
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent() && !leavesFenced(method, none)) {
                disturbing.add(method.key());
            }
        }
        // Methods that anybody may call come one after the other, in any order.
        fencedAtEntry = calls.methods().stream().noneMatch(method -> !method.isPrivate() && disturbing.contains(method.key()));
    }

    private boolean leavesFenced(MethodDecl method, Summaries none) {
        Cfg cfg = Cfg.of(method, program);
        Solution<Knowledge> solution = MustFlow.solve(cfg, new Places(method), new Barriers(null), none, writes, Set.of(fenced));
        return holdsAt(cfg.exit(), solution) && holdsAt(cfg.thrown(), solution);
    }

    private boolean holdsAt(Node end, Solution<Knowledge> solution) {
        return solution.before(end).map(known -> known.holds(fenced)).orElse(true);
    }

    /** The rules for one method. */
    Needs rules(Findings findings) {
        return new Barriers(findings);
    }

    /** The store of which the fact is lost. */
    boolean isStore(Stmt statement) {
        return stores.test(statement);
    }

    private final class Barriers implements Needs {
        private final Findings findings;

        Barriers(Findings findings) {
            this.findings = findings;
        }

        @Override
        public Set<Fact> atEntry() {
            return fencedAtEntry ? Set.of(fenced) : Set.of();
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            return statement instanceof Stmt.Fence ? Set.of(fenced) : Set.of();
        }

        @Override
        public boolean survives(Fact fact, Stmt statement) {
            Optional<String> key = CallGraph.target(statement);
            if (key.isEmpty()) {
                return !stores.test(statement);
            }
            List<MethodDecl> targets = calls.targets(key.get());
            return targets.isEmpty() ? fencedAtEntry : targets.stream().noneMatch(target -> disturbing.contains(target.key()));
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            if (!reads.test(statement)) {
                return List.of();
            }
            findings.proved("barriers", statement);
            return List.of(new Need(fenced, Fencing.this, statement.span()));
        }
    }
}
