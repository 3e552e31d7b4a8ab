// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Witness;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Proves of memory that goes back that no device uses it: its object is new, or the devices were stopped that the object, or else the
 * object that has this object, was made for. What a method cannot show is asked of each of its callers.
 */
public final class MemoryDuties {
    /**
     * That memory goes back.
     *
     * @param end where it does so in the end, where that is in a method that is called
     * @param memory what it is a part of, in the words of the method that it is asked of
     * @param devices those that may use it; empty as long as no method on the way knows any
     * @param keeper what takes the memory back, where that can keep it for good
     * @param had what held of devices where the memory went back
     */
    public record Duty(Span at, String what, Optional<Span> end, Place memory, Set<Place> devices, Optional<Place> keeper, Set<Fact> had,
            List<Span> calls) {}

    private final Milestones milestones;
    private final Duties.Verdicts<Duty> verdicts;
    private final HandedBack handed;
    private final Told told;
    private final Map<String, List<Duty>> left = new HashMap<>();

    public MemoryDuties(Milestones milestones, Duties.Verdicts<Duty> verdicts) {
        this.milestones = milestones;
        this.verdicts = verdicts;
        this.handed = new HandedBack(milestones);
        this.told = new Told(milestones);
    }

    /** Looks at every method, callees first. */
    public void run() {
        CallGraph calls = milestones.calls();
        Set<String> called = new HashSet<>();
        calls.methods().forEach(m -> calls.callsOf(m).forEach(site -> called.add(site.callee().key())));
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent()) {
                method(method, called.contains(method.key()));
            }
        }
    }

    private void method(MethodDecl method, boolean isCalled) {
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        List<Duty> open = new ArrayList<>();
        for (Node node : milestones.graph(method).reversePostOrder()) {
            Optional<Knowledge> known = solution.before(node);
            if (node.kind() != Node.Kind.STATEMENT || known.isEmpty()) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            List<Duty> duties = handed.by(method, statement);
            passed(method, statement, duties);
            for (Duty duty : duties) {
                handed.note(method, duty.memory());
                judge(method, node, complete(method, duty), known.get(), isCalled, open);
            }
        }
        left.put(method.key(), open);
    }

    private void judge(MethodDecl method, Node node, Duty duty, Knowledge known, boolean isCalled, List<Duty> open) {
        Set<Fact> facts = new HashSet<>(known.facts());
        facts.addAll(duty.had());
        boolean met = isMet(duty, known, facts, method);
        Optional<Place> root = root(duty.memory());
        boolean namesCallers = root.filter(r -> r.isSelf() || isParameter(method, r)).isPresent()
                && duty.devices().stream().allMatch(device -> root(device).filter(r -> r.isSelf() || isParameter(method, r)).isPresent());
        boolean held = namesCallers && heldIfBefore(method, node);
        if (met) {
            verdicts.proved(duty);
        } else if (held && isCalled) {
            facts.removeIf(f -> !f.kind().equals(Milestone.STOPPED) && !f.kind().equals(Milestone.QUIET));
            open.add(new Duty(duty.at(), duty.what(), duty.end(), duty.memory(), duty.devices(), duty.keeper(), facts, duty.calls()));
        } else if (!duty.devices().isEmpty() && (!held || root.filter(r -> !isParameter(method, r)).isPresent())) {
            Witness.Path path = Witness.of(milestones.solve(method, Set.of()), node, k -> isMet(duty, k, k.facts(), method));
            verdicts.refused(duty, path);
        }
    }

    private boolean isMet(Duty duty, Knowledge known, Set<Fact> facts, MethodDecl method) {
        return isNew(duty.memory(), known)
                || !duty.devices().isEmpty() && duty.devices().stream().allMatch(device -> rests(device, duty, facts, method));
    }

    private static boolean isParameter(MethodDecl method, Place place) {
        return place.local().filter(method.parameters()::contains).isPresent();
    }

    private static boolean isNew(Place memory, Knowledge known) {
        return memory.has(Place::isSelf) && known.holds(Milestone.NEW)
                || known.facts().stream().anyMatch(f -> f.kind().equals(Milestone.UNSEEN) && memory.has(f.place(0)::equals));
    }

    /** Whether the device was stopped, or what takes the memory back keeps it where the device was not. */
    private boolean rests(Place device, Duty duty, Set<Fact> facts, MethodDecl method) {
        Devices devices = milestones.devices();
        for (Fact fact : facts) {
            boolean isRest = fact.kind().equals(Milestone.STOPPED) || fact.kind().equals(Milestone.QUIET);
            if (!isRest || !device.has(devices.of(fact.place(0), method, Devices.Sort.DEVICE)::equals)) {
                continue;
            }
            Place kept = devices.of(fact.place(0), method, Devices.Sort.KEEPER);
            if (fact.kind().equals(Milestone.STOPPED)
                    || duty.keeper().filter(k -> devices.of(k, method, Devices.Sort.KEEPER).equals(kept)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a device that was stopped before the method was called still is. */
    private boolean heldIfBefore(MethodDecl method, Node node) {
        return milestones.solve(method, Set.of(Milestone.AT_REST)).before(node).filter(known -> known.holds(Milestone.AT_REST)).isPresent();
    }

    /** Names the devices that may use the memory: of its object, or of what the method lets loose. */
    private Duty complete(MethodDecl method, Duty duty) {
        if (!duty.devices().isEmpty()) {
            return duty;
        }
        Optional<Place> root = root(duty.memory());
        Set<Place> found = new HashSet<>();
        if (root.filter(Place::isSelf).isPresent()) {
            found.addAll(told.of(method, duty.memory(), milestones.devices().own(method, Devices.Sort.DEVICE)));
        }
        if (found.isEmpty()) {
            found.addAll(loose(method));
        }
        return new Duty(duty.at(), duty.what(), duty.end(), duty.memory(), found, duty.keeper(), duty.had(), duty.calls());
    }

    /** The devices that the method lets loose. */
    private Set<Place> loose(MethodDecl method) {
        Set<Place> found = new HashSet<>();
        Places places = milestones.meanings().places(method);
        Statements.walk(method.body().orElseThrow(), s -> {
            if (milestones.effects().of(s).contains(Effects.Effect.EXPOSES)) {
                Devices.participants(s).stream().filter(e -> milestones.devices().is(e.type(), Devices.Sort.DEVICE))
                        .forEach(e -> found.add(milestones.devices().of(places.of(e), method, Devices.Sort.DEVICE)));
            }
        });
        return found;
    }

    private static Optional<Place> root(Place place) {
        return place.local().isPresent() || place.isSelf() || place.parts().isEmpty() ? Optional.of(place) : root(place.parts().get(0));
    }

    /** What the called methods ask of their caller. */
    private void passed(MethodDecl method, Stmt statement, List<Duty> duties) {
        Places places = milestones.meanings().places(method);
        Optional<Call> call = Call.of(statement, places);
        if (call.isEmpty()) {
            return;
        }
        for (MethodDecl target : call.get().targets(milestones.calls())) {
            for (Duty duty : left.getOrDefault(target.key(), List.of())) {
                for (Expr given : given(statement, target, root(duty.memory()).orElseThrow())) {
                    for (Place memory : milestones.releases().of(method, given)) {
                        duties.add(passed(method, duty, memory, given, call.get(), target));
                    }
                }
            }
        }
    }

    /** What the caller names where the called method names its object or a parameter. */
    private static List<Expr> given(Stmt statement, MethodDecl target, Place root) {
        if (root.isSelf()) {
            return statement instanceof Stmt.Call call ? call.receiver().map(List::of).orElse(List.of()) : List.of();
        }
        List<Expr> arguments = statement instanceof Stmt.Call call ? call.arguments()
                : statement instanceof Stmt.New made ? made.arguments() : ((Stmt.Embed) statement).arguments();
        int index = target.parameters().indexOf(root.local().orElseThrow());
        return index < 0 ? List.of() : List.of(arguments.get(index));
    }

    private Duty passed(MethodDecl method, Duty duty, Place memory, Expr given, Call call, MethodDecl target) {
        Places places = milestones.meanings().places(method);
        Set<Place> devices = new HashSet<>();
        duty.devices().forEach(d -> d.moved(root -> call.here(root, target, places))
                .ifPresent(here -> devices.add(milestones.devices().of(here, method, Devices.Sort.DEVICE))));
        Set<Fact> had = new HashSet<>();
        duty.had().forEach(f -> f.moved(root -> call.here(root, target, places)).ifPresent(had::add));
        Optional<Place> keeper = duty.keeper().flatMap(k -> k.moved(root -> call.here(root, target, places)));
        // Where the memory stops being somebody else's, there the author looks.
        boolean handed = isParameter(target, root(duty.memory()).orElseThrow()) && !isParameter(method, root(memory).orElseThrow());
        Span span = call.statement().span();
        List<Span> longer = new ArrayList<>(duty.calls());
        if (!handed) {
            longer.add(span);
        }
        return new Duty(handed ? span : duty.at(), handed ? "'" + given.span().text() + "'" : duty.what(),
                handed ? Optional.of(duty.end().orElse(duty.at())) : duty.end(), memory, devices, keeper, had, handed ? List.of() : longer);
    }
}
