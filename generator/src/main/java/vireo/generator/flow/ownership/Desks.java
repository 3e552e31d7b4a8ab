// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * Whether tickets go back to the object that they came from. A method that takes a ticket back, or passes it on to one that does, ties
 * it to an object, in its own terms; each caller has to show that the ticket is that object's, or passes the tie on to its own callers.
 */
final class Desks {
    private final Identities identities;
    private final CallGraph calls;
    private final Consumer<Breach> breaches;
    private final Map<String, Map<Local, Tie>> ties = new LinkedHashMap<>();
    private final Map<String, Optional<Desk>> given = new HashMap<>();
    private final Map<FieldDecl, Tie> fields = new LinkedHashMap<>();
    private final Map<Breach, List<String>> unclear = new LinkedHashMap<>();
    private boolean grown;

    /**
     * What a ticket has to be of.
     *
     * @param objects by the class that is called, where an interface leaves that open
     */
    private record Tie(Map<String, Place> objects, String record) {}

    /**
     * Where a ticket comes from.
     *
     * @param of the object, by the class that is called where an interface leaves that open; no object where there is no ticket
     * @param parameter it is the ticket that was passed by this
     * @param field it is the ticket that the object at hand has here
     */
    private record Desk(Map<String, Place> of, Optional<Local> parameter, Optional<FieldDecl> field) {
        static final Desk NONE = new Desk(Map.of(), Optional.empty(), Optional.empty());

        static Desk at(Map<String, Place> objects) {
            return new Desk(objects, Optional.empty(), Optional.empty());
        }

        boolean isObject() {
            return parameter.isEmpty() && field.isEmpty();
        }
    }

    Desks(Identities identities, Consumer<Breach> breaches) {
        this.identities = identities;
        this.calls = identities.calls();
        this.breaches = breaches;
    }

    /** A method that takes a ticket back, for one of these objects of its class; nothing tells which, where there are several. */
    void takes(MethodDecl method, Local ticket, List<Place> objects, String record) {
        ties.computeIfAbsent(method.key(), k -> new LinkedHashMap<>()).put(ticket, new Tie(Map.of("", objects.get(0)), record));
        if (objects.size() > 1) {
            unclear.put(new Breach(Breach.Kind.WRONG_DESK, ticket.span(), ticket.name(), List.of()), List.of(record, method.owner()));
        }
    }

    /** Whoever ends tickets that others make is no desk. */
    void keep(BiPredicate<String, String> makes) {
        calls.methods().forEach(m -> Optional.ofNullable(ties.get(m.key()))
                .ifPresent(own -> own.values().removeIf(tie -> !makes.test(tie.record(), m.owner()))));
        unclear.forEach((breach, desk) -> {
            if (makes.test(desk.get(0), desk.get(1))) {
                breaches.accept(breach);
            }
        });
    }

    void check() {
        do {
            grown = false;
            calls.methods().forEach(m -> eachTicket(m, false));
        } while (grown);
        calls.methods().forEach(m -> eachTicket(m, true));
    }

    private void eachTicket(MethodDecl method, boolean last) {
        Statements.walk(method.body().orElse(List.of()), s -> {
            CallGraph.target(s).ifPresent(key -> passed(method, key, s, last));
            if (s instanceof Stmt.SetField set && fields.containsKey(set.field())) {
                Tie tie = fields.get(set.field());
                Map<String, Optional<Place>> wanted = new TreeMap<>();
                tie.objects().forEach((which, place) ->
                        wanted.put(which, set.object() instanceof Expr.This ? made(place, method) : Optional.empty()));
                wanted(method, set.value(), wanted, tie.record(), last);
            }
        });
    }

    /** Where a constructor stores in a field what it was given, the field is another name for that. */
    private Optional<Place> made(Place place, MethodDecl method) {
        AtomicReference<Optional<Place>> found = new AtomicReference<>(Optional.of(place));
        if (method.kind() == MethodDecl.Kind.CONSTRUCTOR && !place.path().isEmpty()) {
            Statements.walk(method.body().orElse(List.of()), s -> {
                if (s instanceof Stmt.SetField set && set.object() instanceof Expr.This && set.field().equals(place.path().get(0))) {
                    found.set(identities.of(set.value(), method).map(p -> p.parts(place.path().subList(1, place.path().size()))));
                }
            });
        }
        return found.get();
    }

    private void passed(MethodDecl method, String key, Stmt call, boolean last) {
        List<Expr> arguments = MethodLoans.arguments(call);
        Optional<Expr> receiver = call instanceof Stmt.Call c ? c.receiver() : Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            Map<String, Optional<Place>> wanted = new TreeMap<>();
            String record = null;
            List<MethodDecl> targets = calls.targets(key);
            for (MethodDecl target : targets) {
                Tie tie = ties.getOrDefault(target.key(), Map.of()).get(target.parameters().get(i));
                if (tie != null) {
                    tie.objects().forEach((which, place) -> wanted.put(which(targets, target, which),
                            identities.given(place, target, receiver, arguments, method)));
                    record = tie.record();
                }
            }
            if (record != null) {
                wanted(method, arguments.get(i), wanted, record, last);
            }
        }
    }

    private static String which(List<MethodDecl> targets, MethodDecl target, String inner) {
        return targets.size() == 1 ? inner : target.owner() + " " + inner;
    }

    /** A ticket has to be of these objects; that of a parameter or field has to have been, wherever it comes from. */
    private void wanted(MethodDecl method, Expr ticket, Map<String, Optional<Place>> wanted, String record, boolean last) {
        Optional<Desk> from = desk(ticket, method);
        Map<String, Place> known = new TreeMap<>();
        wanted.forEach((owner, place) -> place.ifPresent(p -> known.put(owner, p)));
        boolean shown = known.size() == wanted.size() && from.isPresent()
                && (from.get().isObject() ? agree(from.get().of(), known) : passedOn(method, from.get(), new Tie(known, record)));
        if (last && !shown && !from.equals(Optional.of(Desk.NONE))) {
            breaches.accept(new Breach(Breach.Kind.WRONG_DESK, ticket.span(), text(ticket), List.of()));
        }
    }

    private boolean passedOn(MethodDecl method, Desk from, Tie tie) {
        Tie before;
        Tie own = tie;
        if (from.parameter().isPresent()) {
            if (!tie.objects().values().stream().allMatch(p -> Identities.isKnownOutside(p, method))) {
                return false;
            }
            before = ties.computeIfAbsent(method.key(), k -> new LinkedHashMap<>()).putIfAbsent(from.parameter().get(), tie);
        } else {
            Map<String, Place> kept = new TreeMap<>();
            tie.objects().forEach((which, place) -> kept.put(which, kept(place, method)));
            if (kept.values().stream().anyMatch(p -> p.root().isPresent())) {
                return false;
            }
            own = new Tie(kept, tie.record());
            before = fields.putIfAbsent(from.field().orElseThrow(), own);
        }
        grown |= before == null;
        return before == null || before.equals(own);
    }

    /** The field in which a constructor keeps what it was given. */
    private Place kept(Place place, MethodDecl method) {
        AtomicReference<Place> found = new AtomicReference<>(place);
        if (method.kind() == MethodDecl.Kind.CONSTRUCTOR && place.root().isPresent()) {
            Place root = Place.of(place.root().get());
            Statements.walk(method.body().orElse(List.of()), s -> {
                if (s instanceof Stmt.SetField set && set.object() instanceof Expr.This && set.field().isFinal()
                        && identities.of(set.value(), method).equals(Optional.of(root))) {
                    found.set(Place.ofField(set.field()).parts(place.path()));
                }
            });
        }
        return found.get();
    }

    private static boolean agree(Map<String, Place> from, Map<String, Place> wanted) {
        Set<Place> places = new HashSet<>(from.values());
        Set<Place> all = new HashSet<>(wanted.values());
        return places.size() == 1 && places.equals(all) || from.equals(wanted);
    }

    private static String text(Expr e) {
        return e instanceof Expr.Get get ? get.local().name() : e instanceof Expr.Field field ? field.field().name() : "the ticket";
    }

    /** Where a ticket comes from; empty where that is not one object. */
    private Optional<Desk> desk(Expr e, MethodDecl method) {
        if (e instanceof Expr.NullConst) {
            return Optional.of(Desk.NONE);
        }
        if (e instanceof Expr.NewValue) {
            return method.kind() == MethodDecl.Kind.INSTANCE ? Optional.of(single(Place.THIS)) : Optional.empty();
        }
        if (e instanceof Expr.Conditional choice) {
            return both(desk(choice.yes(), method), desk(choice.no(), method));
        }
        if (e instanceof Expr.Field field) {
            return field.object() instanceof Expr.This
                    ? Optional.of(new Desk(Map.of(), Optional.empty(), Optional.of(field.field())))
                    : Optional.empty();
        }
        return e instanceof Expr.Get get ? desk(get.local(), method, new TreeSet<>()) : Optional.empty();
    }

    private static Desk single(Place place) {
        return Desk.at(Map.of("", place));
    }

    private static Optional<Desk> both(Optional<Desk> first, Optional<Desk> second) {
        if (first.equals(Optional.of(Desk.NONE))) {
            return second;
        }
        return second.equals(Optional.of(Desk.NONE)) || first.equals(second) ? first : Optional.empty();
    }

    private Optional<Desk> desk(Local local, MethodDecl method, Set<Integer> seen) {
        Optional<Desk> found = Optional.of(Desk.NONE);
        if (!seen.add(local.id())) {
            return found;
        }
        if (method.parameters().contains(local)) {
            found = Optional.of(new Desk(Map.of(), Optional.of(local), Optional.empty()));
        }
        for (Stmt definition : identities.definitions(method).of(local)) {
            Optional<Expr> value = Definitions.value(definition);
            Optional<Desk> one = value.isPresent()
                    ? value.get() instanceof Expr.Get get ? desk(get.local(), method, seen) : desk(value.get(), method)
                    : definition instanceof Stmt.Call call ? called(call, method) : Optional.empty();
            found = both(found, one);
        }
        return found;
    }

    private Optional<Desk> called(Stmt.Call call, MethodDecl method) {
        Map<String, Place> of = new TreeMap<>();
        List<MethodDecl> targets = calls.targets(call.method());
        for (MethodDecl target : targets) {
            Optional<Desk> one = target.body().isEmpty() ? Optional.empty() : returned(target);
            if (one.isEmpty() || !one.get().isObject() || one.get().of().isEmpty()) {
                return Optional.empty();
            }
            for (Map.Entry<String, Place> object : one.get().of().entrySet()) {
                Optional<Place> place = identities.given(object.getValue(), target, call.receiver(), call.arguments(), method);
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                of.put(which(targets, target, object.getKey()), place.get());
            }
        }
        return of.isEmpty() ? Optional.empty() : Optional.of(Desk.at(of));
    }

    private Optional<Desk> returned(MethodDecl method) {
        Optional<Desk> known = given.get(method.key());
        if (known == null) {
            given.put(method.key(), Optional.empty());
            AtomicReference<Optional<Desk>> all = new AtomicReference<>(Optional.of(Desk.NONE));
            Statements.walk(method.body().orElseThrow(), s -> {
                if (s instanceof Stmt.Return r && r.value().isPresent()) {
                    all.set(both(all.get(), desk(r.value().get(), method)));
                }
            });
            known = all.get().filter(d -> d.of().values().stream().allMatch(p -> Identities.isKnownOutside(p, method)));
            given.put(method.key(), known);
        }
        return known;
    }
}
