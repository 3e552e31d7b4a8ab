// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/**
 * Chains that a method describes and does not offer: another method offers them later, by the number that the first one returned, or
 * by the number of one of several descriptors of the same kind. What the first one has left is what the other one begins with.
 */
final class PreparedChains {
    private static final Place NUMBER = Place.constant("the number");

    /** A method that offers a chain by a number that it is given. */
    record Offering(MethodDecl method, Local number) {}

    private final Program program;
    private final FieldWrites writes;
    private final ChainStores stores;
    private final Summaries summaries;
    private final Map<String, Solution<Knowledge>> solutions = new LinkedHashMap<>();
    private final Map<String, Set<Fact>> shapes = new HashMap<>();

    PreparedChains(Program program, CallGraph calls, FieldWrites writes, ChainStores stores) {
        this.program = program;
        this.writes = writes;
        this.stores = stores;
        this.summaries = new Summaries(calls);
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent() && stores.describes(method)) {
                Places places = new Places(method);
                Solution<Knowledge> solution = solve(method, places, Set.of());
                summaries.add(method, solution, places);
                solutions.put(method.key(), solution);
                boolean prepares = !method.isPrivate() && !stores.offers(method) && method.kind() != MethodDecl.Kind.CONSTRUCTOR;
                if (prepares) {
                    shapes.put(method.key(), method.result() instanceof Type.Int ? returned(solution) : alike(solution));
                }
            }
        }
    }

    private Solution<Knowledge> solve(MethodDecl method, Places places, Set<Fact> assumed) {
        return MustFlow.solve(Cfg.of(method, program), places, new Chains(program, stores, places, assumed, null), summaries, writes, assumed);
    }

    /** The methods of the type that prepare chains. */
    List<MethodDecl> preparing(String owner) {
        return Program.methodsOf(program.type(owner).orElseThrow()).stream()
                .filter(method -> !shapes.getOrDefault(method.key(), Set.of()).isEmpty()).toList();
    }

    /** What is known of the chain when each method is entered with its number; what one of the methods changes no other can rely on. */
    Map<String, Set<Fact>> left(MethodDecl prepared, List<Offering> offering) {
        Set<Fact> shape = new HashSet<>(shapes.get(prepared.key()));
        int before;
        do {
            before = shape.size();
            for (Offering one : offering) {
                Set<Fact> assumed = named(shape, Place.of(one.number()));
                Solution<Knowledge> solution = solve(one.method(), new Places(one.method()), assumed);
                Set<Fact> kept = new HashSet<>();
                solution.before(solution.cfg().exit()).ifPresent(end -> assumed.stream().filter(end::holds).forEach(kept::add));
                shape.removeIf(fact -> !kept.containsAll(named(Set.of(fact), Place.of(one.number()))));
            }
        } while (shape.size() < before);
        Map<String, Set<Fact>> left = new LinkedHashMap<>();
        offering.forEach(one -> left.put(one.method().key(), named(shape, Place.of(one.number()))));
        return left;
    }

    private static Set<Fact> named(Set<Fact> shape, Place number) {
        Set<Fact> found = new HashSet<>();
        shape.forEach(fact -> found.add(replaced(fact, NUMBER, number)));
        return found;
    }

    private static Fact replaced(Fact fact, Place old, Place replacement) {
        return new Fact(fact.kind(), fact.scope(), fact.about().stream().map(place -> place.with(old, replacement)).toList());
    }

    /** What is known of the returned number, in words that mean something to other methods of the object. */
    private static Set<Fact> returned(Solution<Knowledge> solution) {
        Set<Fact> facts = solution.before(solution.cfg().exit()).map(Knowledge::facts).orElse(Set.of());
        Set<Fact> found = new HashSet<>(facts);
        for (int round = 0; round < 4; round++) {
            for (Fact same : List.copyOf(found)) {
                if (same.kind().equals(Chains.SAME)) {
                    List.copyOf(found).stream().filter(fact -> fact.kind().equals(Chains.FLAGS) || fact.kind().equals(Chains.NEXT))
                            .forEach(fact -> found.add(replaced(fact, same.place(0), same.place(1))));
                }
            }
        }
        Set<Fact> shape = new HashSet<>();
        for (Fact fact : found) {
            boolean cell = fact.kind().equals(Chains.FLAGS) || fact.kind().equals(Chains.NEXT);
            Fact named = replaced(fact, Place.result(), NUMBER);
            if (cell && named.about().stream().noneMatch(place -> place.has(part -> part.local().isPresent()))
                    && ChainWalk.number(named).has(NUMBER::equals)) {
                shape.add(named);
            }
        }
        return shape;
    }

    /** What is known of each descriptor that the method describes: each is a chain of its own. */
    private Set<Fact> alike(Solution<Knowledge> solution) {
        Map<Place, ChainWalk.Bits> found = new HashMap<>();
        for (Node node : solution.cfg().reversePostOrder()) {
            solution.before(node).ifPresent(known -> known.facts().stream().filter(fact -> fact.kind().equals(Chains.FLAGS))
                    .forEach(fact -> found.merge(ChainWalk.table(fact), ChainWalk.bits(fact.place(2)), ChainWalk.Bits::or)));
        }
        Set<Fact> shape = new HashSet<>();
        found.forEach((table, bits) -> shape.add(Fact.of(Chains.FLAGS, table, NUMBER, ChainWalk.any(bits))));
        return shape;
    }

    /** A store of flags that may make a table of a descriptor. */
    record Tabled(Node node, Place table) {}

    /** The stores that make, or may make, a table of a descriptor that does not lie in one of these tables. */
    List<Tabled> tabledOutside(Set<Place> offered) {
        List<Tabled> found = new ArrayList<>();
        solutions.values().stream().filter(solution -> !solution.cfg().method().isPrivate()).forEach(solution -> {
            for (Node node : solution.cfg().reversePostOrder()) {
                Set<Fact> before = solution.before(node).map(Knowledge::facts).orElse(Set.of());
                for (Edge edge : node.out()) {
                    solution.before(edge.to()).ifPresent(after -> after.facts().stream()
                            .filter(fact -> fact.kind().equals(Chains.FLAGS) && !before.contains(fact) && isTable(fact))
                            .filter(fact -> !offered.contains(ChainWalk.table(fact)))
                            .forEach(fact -> found.add(new Tabled(node, ChainWalk.table(fact)))));
                }
            }
        });
        return found;
    }

    private boolean isTable(Fact flags) {
        var chain = ChainWalk.chain(program, ChainWalk.table(flags));
        return chain != null && ChainWalk.bits(flags.place(2)).may(chain.table());
    }
}
