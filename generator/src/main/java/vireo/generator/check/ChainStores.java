// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Which descriptors' flags and links a statement may store, by way of the methods that it calls too. */
final class ChainStores {

    /**
     * A store.
     *
     * @param kind of the fact that the store makes and ends: {@link Chains#FLAGS} or {@link Chains#NEXT}
     * @param number of the descriptor; empty where it may be any
     */
    record Store(String kind, Optional<Place> number) {}

    private final Program program;
    private final CallGraph calls;
    private final Map<String, Set<Store>> ofMethods = new HashMap<>();
    private final Set<String> offering = new HashSet<>();
    private final Set<String> describing = new HashSet<>();

    ChainStores(Program program, CallGraph calls) {
        this.program = program;
        this.calls = calls;
        Rings rings = new Rings(program);
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Places places = new Places(method);
            Set<Store> found = new HashSet<>();
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                found.addAll(of(statement, places));
                if (!found.isEmpty()) {
                    describing.add(method.key());
                }
                boolean offers = statement instanceof Stmt.WriteCell write
                        && rings.entry(write.cell(), places).filter(entry -> Rings.isDriverWritten(entry.ring())).isPresent();
                CallGraph.target(statement).ifPresent(key -> calls.targets(key).forEach(target -> {
                    if (offering.contains(target.key())) {
                        offering.add(method.key());
                    }
                    if (describing.contains(target.key())) {
                        describing.add(method.key());
                    }
                }));
                if (offers) {
                    offering.add(method.key());
                }
            }));
            ofMethods.put(method.key(), found);
        }
    }

    /** Whether the method writes entries of a ring. */
    boolean offers(MethodDecl method) {
        return offering.contains(method.key());
    }

    /** Whether the method stores flags or links of descriptors. */
    boolean describes(MethodDecl method) {
        return describing.contains(method.key());
    }

    /** What the statement may store, in the words of its method. What a called method names by variables of its own is another one. */
    Set<Store> of(Stmt statement, Places places) {
        if (statement instanceof Stmt.WriteCell write && write.cell() instanceof Expr.DmaField field) {
            Optional<DmaDecl.Chain> chain = Chains.chained(program, field.structure().type()).flatMap(DmaDecl::chain);
            String name = field.field().name();
            if (chain.isEmpty() || !name.equals(chain.get().flags()) && !name.equals(chain.get().next())) {
                return Set.of();
            }
            return Set.of(new Store(name.equals(chain.get().flags()) ? Chains.FLAGS : Chains.NEXT, number(field.structure(), places)));
        }
        Set<Store> found = new HashSet<>();
        Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(target ->
                ofMethods.getOrDefault(target.key(), Set.of()).forEach(store -> {
                    if (store.number().isEmpty()) {
                        found.add(store);
                    } else {
                        store.number().get().moved(root -> call.here(root, target, places))
                                .ifPresent(number -> found.add(new Store(store.kind(), Optional.of(number))));
                    }
                })));
        return found;
    }

    private static Optional<Place> number(Expr structure, Places places) {
        if (structure instanceof Expr.DmaElement element) {
            return Optional.of(places.of(element.index()));
        }
        if (!(structure instanceof Expr.Get get)) {
            return Optional.empty();
        }
        Optional<Expr> defined = places.defined(get.local());
        // A parameter: its caller knows which it is.
        return defined.isEmpty() && !places.isAssigned(get.local()) ? Optional.of(Place.of(get.local()))
                : defined.filter(Expr.DmaElement.class::isInstance).map(e -> places.of(((Expr.DmaElement) e).index()));
    }
}
