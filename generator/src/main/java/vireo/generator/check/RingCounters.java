// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.milestone.Meanings;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * The numbers by which the driver counts a ring's entries: what the place of an entry is cut from, and what that is copied from. The
 * checks that use them hold every assignment of such a number to what it may become.
 */
final class RingCounters {
    /** A value counts the entries of a ring. */
    static final String COUNTER = "counter";

    /** The device does not use the driver's memory. */
    static final Fact QUIET = Fact.of("quiet");

    private record Variable(String method, Local local) {}

    private record Assignment(Place target, Place source) {}

    private final Meanings meanings;
    private final Map<FieldDecl, Set<Place>> fields = new HashMap<>();
    private final Map<Variable, Set<Place>> variables = new HashMap<>();
    private final Set<String> filled = new HashSet<>();
    private final Set<String> building = new HashSet<>();
    private final Set<Variable> passed = new HashSet<>();

    /** @param side the rings that are meant */
    RingCounters(Rings rings, CallGraph calls, Predicate<DmaDecl> side) {
        this.meanings = new Meanings(calls);
        Map<String, Places> places = new HashMap<>();
        Map<String, Set<Assignment>> assignments = new HashMap<>();
        Map<String, List<Call>> sites = new HashMap<>();
        for (MethodDecl method : calls.methods()) {
            Places own = new Places(method);
            places.put(method.key(), own);
            assignments.put(method.key(), new HashSet<>());
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                assignment(statement, own).ifPresent(assignments.get(method.key())::add);
                Call.of(statement, own).ifPresent(call -> sites.computeIfAbsent(method.key(), key -> new ArrayList<>()).add(call));
            }));
        }
        boolean[] grew = {true};
        for (MethodDecl method : calls.methods()) {
            Places own = places.get(method.key());
            Map<Place, Place> cuts = new HashMap<>();
            method.body().ifPresent(body -> {
                Statements.walk(body, statement -> LoopRules.value(statement).flatMap(value -> Rings.counter(value, own))
                        .ifPresent(counter -> cuts.put(Place.of(Statements.assigned(statement).orElseThrow()), counter)));
                Statements.walk(body, statement -> Statements.expressions(statement).forEach(e -> entries(e, rings, own, side, entry -> {
                    if (statement instanceof Stmt.WriteCell) {
                        filled.add(entry.ring().name());
                    }
                    Rings.counter(entry.index(), own).or(() -> Optional.ofNullable(cuts.get(own.of(entry.index()))))
                            .ifPresent(counter -> add(method, counter, Set.of(own.of(entry.of()))));
                })));
            });
        }
        while (grew[0]) {
            grew[0] = false;
            for (MethodDecl method : calls.methods()) {
                for (Assignment assignment : assignments.get(method.key())) {
                    Set<Place> of = rings(method, assignment.target());
                    grew[0] |= !of.isEmpty() && add(method, assignment.source(), of);
                }
                for (Call call : sites.getOrDefault(method.key(), List.of())) {
                    for (MethodDecl target : call.targets(calls)) {
                        grew[0] |= arguments(method, call, target, places.get(method.key()));
                    }
                }
            }
        }
        findBuilding(calls);
        findPassed(calls, sites, places);
    }

    /** Parameters of private methods for which every caller passes a number that counts the same entries. */
    private void findPassed(CallGraph calls, Map<String, List<Call>> sites, Map<String, Places> places) {
        calls.methods().stream().filter(MethodDecl::isPrivate).forEach(method -> method.parameters().stream()
                .map(parameter -> new Variable(method.key(), parameter)).filter(variables::containsKey).forEach(passed::add));
        boolean shrank = true;
        while (shrank) {
            Set<Variable> refuted = new HashSet<>();
            for (MethodDecl method : calls.methods()) {
                for (Call call : sites.getOrDefault(method.key(), List.of())) {
                    call.targets(calls).forEach(target -> target.parameters().stream().map(p -> new Variable(target.key(), p))
                            .filter(passed::contains).filter(p -> !passes(method, call, target, p, places.get(method.key())))
                            .forEach(refuted::add));
                }
            }
            shrank = passed.removeAll(refuted);
        }
    }

    private boolean passes(MethodDecl method, Call call, MethodDecl target, Variable parameter, Places places) {
        Place argument = call.here(Place.of(parameter.local()), target, places).orElseThrow();
        boolean counts = argument.local().filter(method.parameters()::contains)
                .map(local -> passed.contains(new Variable(method.key(), local))).orElse(true);
        Set<Place> of = rings(method, argument);
        return counts && variables.get(parameter).stream()
                .allMatch(ring -> ring.moved(root -> call.here(root, target, places)).filter(of::contains).isPresent());
    }

    private boolean arguments(MethodDecl method, Call call, MethodDecl target, Places places) {
        boolean grew = false;
        for (Local parameter : target.parameters()) {
            Set<Place> here = new HashSet<>();
            variables.getOrDefault(new Variable(target.key(), parameter), Set.of())
                    .forEach(ring -> ring.moved(root -> call.here(root, target, places)).ifPresent(here::add));
            Optional<Place> argument = call.here(Place.of(parameter), target, places);
            grew |= !here.isEmpty() && argument.isPresent() && add(method, argument.get(), here);
        }
        return grew;
    }

    /** Private methods that only constructors call, and those methods. */
    private void findBuilding(CallGraph calls) {
        Map<String, Set<String>> callers = new HashMap<>();
        calls.methods().forEach(method -> calls.callsOf(method).forEach(site ->
                callers.computeIfAbsent(site.callee().key(), key -> new HashSet<>()).add(method.key())));
        calls.methods().stream().filter(method -> method.kind() == MethodDecl.Kind.CONSTRUCTOR).forEach(m -> building.add(m.key()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (MethodDecl method : calls.methods()) {
                Set<String> by = callers.getOrDefault(method.key(), Set.of());
                grew |= method.isPrivate() && !by.isEmpty() && building.containsAll(by)
                        && building.add(method.key());
            }
        }
    }

    private interface Sink {
        void found(Rings.Entry entry);
    }

    private static void entries(Expr e, Rings rings, Places places, Predicate<DmaDecl> side, Sink sink) {
        if (e instanceof Expr.DmaElement) {
            rings.entry(e, places).filter(entry -> side.test(entry.ring())).ifPresent(sink::found);
        }
        Expressions.operands(e).forEach(operand -> entries(operand, rings, places, side, sink));
    }

    /** What the statement gives a number, and the number that this is, or is the next one of. */
    private static Optional<Assignment> assignment(Stmt statement, Places places) {
        if (statement instanceof Stmt.SetField store) {
            Place source = places.of(store.value());
            return Optional.of(new Assignment(Place.of(places.of(store.object()), store.field()), successor(source).orElse(source)));
        }
        return LoopRules.value(statement).map(places::of)
                .map(source -> new Assignment(Place.of(Statements.assigned(statement).orElseThrow()), successor(source).orElse(source)));
    }

    private boolean add(MethodDecl method, Place counter, Set<Place> rings) {
        if (counter.field().isPresent()) {
            Place object = counter.parts().get(0);
            Set<Place> own = fields.computeIfAbsent(counter.field().get(), key -> new HashSet<>());
            boolean grew = false;
            for (Place ring : rings) {
                grew |= own.add(ring.with(object, Place.self()));
            }
            return grew;
        }
        return counter.local().isPresent()
                && variables.computeIfAbsent(new Variable(method.key(), counter.local().get()), key -> new HashSet<>()).addAll(rings);
    }

    /** The rings whose entries the variable or field counts, in the words of the method. */
    Set<Place> rings(MethodDecl method, Place counter) {
        if (counter.field().isPresent()) {
            Place object = counter.parts().get(0);
            Set<Place> found = new HashSet<>();
            fields.getOrDefault(counter.field().get(), Set.of()).forEach(ring -> found.add(ring.with(Place.self(), object)));
            return found;
        }
        return counter.local().map(local -> variables.getOrDefault(new Variable(method.key(), local), Set.of())).orElse(Set.of());
    }

    /** Whether the entries of the ring are written at all. */
    boolean isFilled(DmaDecl ring) {
        return filled.contains(ring.name());
    }

    boolean isEmpty() {
        return fields.isEmpty() && variables.isEmpty();
    }

    /** Whether the value counts the ring's entries: it lies where only such a number is stored, or was copied from there. */
    boolean isCounter(MethodDecl method, Place value, Place ring, Knowledge known) {
        boolean unknown = value.local().filter(method.parameters()::contains)
                .filter(local -> !passed.contains(new Variable(method.key(), local))).isPresent();
        return !unknown && rings(method, value).contains(ring) || known.holds(Fact.of(COUNTER, value, ring));
    }

    /** Whether the method runs only while its object is made: nothing was handed to a device yet. */
    boolean isBuilding(MethodDecl method) {
        return building.contains(method.key());
    }

    /** Whether a call of the statement has the device let go of the driver's memory. */
    boolean quiets(Stmt statement) {
        return meanings.of(statement).quiesces();
    }

    /** {@code c} where the place is {@code c} and one more, modulo the counter's width. */
    static Optional<Place> successor(Place place) {
        boolean adds = place.label().startsWith(Expr.BinaryOp.ADD + " WRAP");
        return adds && place.parts().get(1).equals(Place.constant(1)) ? Optional.of(place.parts().get(0)) : Optional.empty();
    }

    /** The assignment that the statement makes, where it is to a number that counts entries. */
    Optional<Moved> moved(MethodDecl method, Stmt statement, Places places) {
        Expr value = statement instanceof Stmt.SetField store ? store.value() : LoopRules.value(statement).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        Place target = statement instanceof Stmt.SetField store ? Place.of(places.of(store.object()), store.field())
                : Place.of(Statements.assigned(statement).orElseThrow());
        Set<Place> of = rings(method, target);
        return of.isEmpty() ? Optional.empty() : Optional.of(new Moved(target, places.of(value), List.copyOf(of)));
    }

    /**
     * An assignment to a number that counts entries.
     *
     * @param rings the rings whose entries it counts
     */
    record Moved(Place counter, Place value, List<Place> rings) {
        boolean isConstant() {
            return value.label().startsWith("#");
        }

        boolean isZero() {
            return value.equals(Place.constant(0));
        }
    }
}
