// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** The milestones that are known to be reached before each node of each method. */
public final class Milestones {
    /** On which ways out of a method nobody waits for a device in vain, where that was so when it was entered. */
    private record Settled(boolean exit, boolean whenTrue, boolean whenFalse, boolean thrown) {}

    private final CallGraph calls;
    private final Meanings meanings;
    private final Devices devices;
    private final Effects effects;
    private final Features features;
    private final Releases releases;
    private final QuietFlags flags;
    private final FieldWrites writes;
    private final Map<String, Cfg> graphs = new HashMap<>();
    private final Map<String, Settled> alone = new HashMap<>();
    private final Map<String, Settled> atRest = new HashMap<>();
    private Summaries summaries;

    public Milestones(CallGraph calls) {
        this.calls = calls;
        this.meanings = new Meanings(calls);
        this.devices = new Devices(calls, meanings);
        this.effects = new Effects(calls, meanings);
        this.features = new Features(calls, meanings);
        this.releases = new Releases(calls, meanings);
        this.writes = new FieldWrites(calls);
        this.flags = new QuietFlags(this);
        do {
            summarize();
        } while (flags.forgetWrongOnes());
    }

    private void summarize() {
        summaries = new Summaries(calls);
        alone.clear();
        atRest.clear();
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent()) {
                summaries.add(method, solve(method, Set.of()), meanings.places(method));
                if (effects.of(method).contains(Effects.Effect.WAITS)) {
                    alone.put(method.key(), settled(method, solve(method, Set.of(Milestone.IN_TIME))));
                    atRest.put(method.key(), settled(method, solve(method, Set.of(Milestone.IN_TIME, Milestone.AT_REST))));
                }
            }
        }
    }

    private Settled settled(MethodDecl method, Solution<Knowledge> solution) {
        Optional<Knowledge> end = solution.before(solution.cfg().exit());
        return new Settled(end.map(k -> isSettled(method, k.facts())).orElse(true), isSettled(method, end, true), isSettled(method, end, false),
                solution.before(solution.cfg().thrown()).map(k -> isSettled(method, k.facts())).orElse(true));
    }

    private boolean isSettled(MethodDecl method, Optional<Knowledge> end, boolean outcome) {
        return end.flatMap(e -> e.whenReturned(outcome)).map(known -> isSettled(method, known)).orElse(true);
    }

    /** Whether nobody waits for a device in vain: no wait was given up, or the object's devices were stopped. */
    public boolean isSettled(MethodDecl method, Knowledge known) {
        return isSettled(method, known.facts());
    }

    private boolean isSettled(MethodDecl method, Set<Fact> known) {
        return known.contains(Milestone.IN_TIME) || isAtRest(method, known);
    }

    boolean isAtRest(MethodDecl method, Knowledge known) {
        return isAtRest(method, known.facts());
    }

    /** All devices of the method's object rest; or one that it knows of, where the object has none. */
    private boolean isAtRest(MethodDecl method, Set<Fact> known) {
        if (known.contains(Milestone.AT_REST)) {
            return true;
        }
        Set<Place> quiet = new HashSet<>();
        known.stream().filter(f -> f.kind().equals(Milestone.QUIET))
                .forEach(f -> quiet.add(devices.of(f.place(0), method, Devices.Sort.DEVICE)));
        return !quiet.isEmpty() && devices.own(method, Devices.Sort.DEVICE).stream()
                .allMatch(device -> quiet.stream().anyMatch(one -> device.has(one::equals)));
    }

    public Meanings meanings() {
        return meanings;
    }

    public CallGraph calls() {
        return calls;
    }

    /** Which expressions stand for the same device. */
    public Devices devices() {
        return devices;
    }

    /** Where memory is given back. */
    public Releases releases() {
        return releases;
    }

    Effects effects() {
        return effects;
    }

    Features features() {
        return features;
    }

    QuietFlags flags() {
        return flags;
    }

    public Cfg graph(MethodDecl method) {
        return graphs.computeIfAbsent(method.key(), key -> Cfg.of(method, calls.program()));
    }

    /** What holds before each node, with more assumed where the method is entered. */
    public Solution<Knowledge> solve(MethodDecl method, Set<Fact> assumed) {
        Set<Fact> entry = new HashSet<>(assumed);
        if (method.kind() == MethodDecl.Kind.CONSTRUCTOR) {
            entry.add(Milestone.NEW);
        }
        return MustFlow.solve(graph(method), meanings.places(method), new MilestoneRules(this, method), summaries, writes, entry);
    }

    /** Whether the fact says that a value is what a status register, or the status of a device, is now. */
    public boolean isStatusNow(Fact fact) {
        return fact.kind().equals(Milestone.SAID)
                || fact.kind().startsWith(Milestone.READ) && meanings.isStatus(fact.kind().substring(Milestone.READ.length()));
    }

    /** Whether a method may let a device loose. */
    boolean mayExpose(MethodDecl method) {
        return effects.of(method).contains(Effects.Effect.EXPOSES);
    }

    /** Whether a wait may be given up by the method or what it calls. */
    public boolean mayWait(MethodDecl method) {
        return effects.of(method).contains(Effects.Effect.WAITS);
    }

    /** Whether the statement itself asks whether time is over, or says that it is. */
    public static boolean isWait(Stmt statement) {
        return Effects.asksTime(statement) || Effects.timesOut(statement);
    }

    /** Whether the method stops a device by itself: by what it writes to it. */
    public boolean isLeafStop(MethodDecl method) {
        return effects.stops(method);
    }

    /** Whether nobody waits in vain after the statement, on all its ways out, whatever else is known. */
    boolean keepsAlways(Stmt statement) {
        if (!effects.of(statement).contains(Effects.Effect.WAITS)) {
            return true;
        }
        return !isWait(statement) && waiting(statement).stream().allMatch(m -> {
            Settled settled = alone.get(m.key());
            return settled != null && settled.exit() && settled.thrown();
        });
    }

    /** Whether nobody waits in vain after the statement, where it did not fail and had this result. */
    boolean keeps(MethodDecl method, Stmt statement, Knowledge before, Optional<Boolean> outcome) {
        if (isWait(statement)) {
            return isAtRest(method, before);
        }
        Map<String, Settled> known = isAtRest(method, before) ? atRest : alone;
        return waiting(statement).stream().allMatch(m -> {
            Settled settled = known.get(m.key());
            return settled != null && (outcome.isEmpty() ? settled.exit() : outcome.get() ? settled.whenTrue() : settled.whenFalse());
        });
    }

    private List<MethodDecl> waiting(Stmt statement) {
        return CallGraph.target(statement).map(calls::targets).orElse(List.of()).stream()
                .filter(m -> mayWait(m) && !effects.stops(m)).toList();
    }

    /** Whether each way out of the method has a fact, however it was entered. */
    boolean endsWith(MethodDecl method, java.util.function.Predicate<Knowledge> wanted) {
        Solution<Knowledge> solution = solve(method, Set.of());
        for (Node end : List.of(graph(method).exit(), graph(method).thrown())) {
            if (solution.before(end).filter(known -> !wanted.test(known)).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
