// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Linear records that stand for something an object has done: a request, a slot, a buffer lent. Only a class that takes such tickets
 * back makes them, and an object takes back what it has given itself.
 */
final class Tickets {
    private final Program program;
    private final CallGraph calls;
    private final LinearTypes linear;
    private final BiPredicate<MethodDecl, Local> usedUp;
    private final Map<String, Set<String>> makers = new HashMap<>();
    private final Map<String, Set<String>> takers = new HashMap<>();
    private final Desks desks;
    private final List<Breach> breaches = new ArrayList<>();

    /** @param usedUp whether a method ends what it takes over by a parameter, and does not pass it on */
    Tickets(CallGraph calls, LinearTypes linear, Identities identities, BiPredicate<MethodDecl, Local> usedUp) {
        this.calls = calls;
        this.program = calls.program();
        this.linear = linear;
        this.usedUp = usedUp;
        this.desks = new Desks(identities, breaches::add);
    }

    List<Breach> breaches() {
        for (MethodDecl method : calls.methods()) {
            method.parameters().stream().filter(p -> p.kind() == Local.Kind.MOVED_PARAMETER && method.body().isPresent())
                    .forEach(p -> ticket(p.type()).filter(t -> usedUp.test(method, p)).ifPresent(t -> takenBack(method, p, t)));
            eachMade(method, made -> makers.computeIfAbsent(made.record(), r -> new HashSet<>()).add(method.owner()));
        }
        for (MethodDecl method : calls.methods()) {
            eachMade(method, made -> forged(method, made));
        }
        desks.keep((record, owner) -> makers.getOrDefault(record, Set.of()).contains(owner));
        desks.check();
        return breaches;
    }

    private void takenBack(MethodDecl method, Local ticket, TypeDecl.RecordDecl record) {
        takers.computeIfAbsent(record.name(), r -> new HashSet<>()).add(method.owner());
        List<Place> objects = new ArrayList<>();
        if (method.kind() == MethodDecl.Kind.INSTANCE) {
            objects.add(Place.THIS);
        }
        method.parameters().stream().filter(p -> p.type() instanceof Type.Object o && o.name().equals(method.owner()))
                .forEach(p -> objects.add(Place.of(p)));
        if (!objects.isEmpty()) {
            desks.takes(method, ticket, objects, record.name());
        }
    }

    /** The record, where values of the type are tickets: where there is more to them than what they own. */
    private Optional<TypeDecl.RecordDecl> ticket(Type type) {
        return type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record
                && record.linear() && record.stage().isEmpty()
                && (record.components().isEmpty() || !record.components().stream().allMatch(linear::isInside))
                ? Optional.of(record)
                : Optional.empty();
    }

    private void eachMade(MethodDecl method, Consumer<Expr.NewValue> visitor) {
        Statements.walk(method.body().orElse(List.of()), s -> Statements.expressions(s).forEach(e -> eachMade(e, visitor)));
    }

    private void eachMade(Expr e, Consumer<Expr.NewValue> visitor) {
        if (e instanceof Expr.NewValue made && ticket(made.type()).isPresent()) {
            visitor.accept(made);
        }
        Expressions.operands(e).forEach(inner -> eachMade(inner, visitor));
    }

    private void forged(MethodDecl method, Expr.NewValue made) {
        String maker = method.owner();
        Set<String> taking = takers.getOrDefault(made.record(), Set.of());
        boolean only = taking.isEmpty() && makers.get(made.record()).size() == 1;
        TypeDecl.RecordDecl record = ticket(made.type()).orElseThrow();
        boolean named = record.components().stream().anyMatch(c -> refersTo(c, maker));
        if (!only && !named && !taking.contains(maker) && !maker.equals(made.record())) {
            breaches.add(new Breach(Breach.Kind.FORGED, made.span(), record.simpleName(), List.of()));
        }
    }

    private boolean refersTo(FieldDecl component, String maker) {
        if (component.type() instanceof Type.Object object) {
            return object.name().equals(maker);
        }
        return component.type() instanceof Type.Interface seen
                && program.type(seen.name()).orElse(null) instanceof TypeDecl.InterfaceDecl i && i.implementations().contains(maker);
    }
}
