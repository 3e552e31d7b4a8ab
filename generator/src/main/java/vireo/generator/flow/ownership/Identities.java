// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Which object an expression is, where that is the same one wherever its name is used: by way of final fields, getters and variables. */
final class Identities {
    private final CallGraph calls;
    private final Function<MethodDecl, Definitions> definitions;
    private final Map<String, Optional<Place>> returned = new HashMap<>();

    Identities(CallGraph calls, Function<MethodDecl, Definitions> definitions) {
        this.calls = calls;
        this.definitions = definitions;
    }

    Definitions definitions(MethodDecl method) {
        return definitions.apply(method);
    }

    CallGraph calls() {
        return calls;
    }

    /** The object, in terms of the method's own; empty where it is not one that is always the same. */
    Optional<Place> of(Expr e, MethodDecl method) {
        if (e instanceof Expr.This) {
            return Optional.of(Place.THIS);
        }
        if (e instanceof Expr.Convert convert) {
            return of(convert.operand(), method);
        }
        if (e instanceof Expr.Field field) {
            return field.field().isFinal() ? of(field.object(), method).map(o -> o.part(field.field())) : Optional.empty();
        }
        return e instanceof Expr.Get get ? of(get.local(), method) : Optional.empty();
    }

    private Optional<Place> of(Local local, MethodDecl method) {
        List<Stmt> own = definitions.apply(method).of(local);
        if (own.isEmpty() && method.parameters().contains(local)) {
            return Optional.of(Place.of(local));
        }
        if (own.size() != 1) {
            return Optional.empty();
        }
        Optional<Expr> value = Definitions.value(own.get(0));
        if (value.isPresent()) {
            return of(value.get(), method);
        }
        if (own.get(0) instanceof Stmt.Call call) {
            return got(call, method);
        }
        // In a loop it is another object in each turn.
        return isInLoop(own.get(0), method) ? Optional.empty() : Optional.of(Place.of(local));
    }

    private static boolean isInLoop(Stmt statement, MethodDecl method) {
        boolean[] found = {false};
        Statements.walk(method.body().orElseThrow(), s -> {
            if (s instanceof Stmt.Loop loop) {
                loop.inside().forEach(body -> Statements.walk(body, inner -> found[0] |= inner == statement));
            }
        });
        return found[0];
    }

    private Optional<Place> got(Stmt.Call call, MethodDecl method) {
        List<MethodDecl> targets = calls.targets(call.method());
        if (targets.size() != 1 || targets.get(0).body().isEmpty()) {
            return Optional.empty();
        }
        return returned(targets.get(0)).flatMap(p -> given(p, targets.get(0), call.receiver(), call.arguments(), method));
    }

    /** What every return of a method gives. */
    private Optional<Place> returned(MethodDecl method) {
        Optional<Place> known = returned.get(method.key());
        if (known == null) {
            returned.put(method.key(), Optional.empty());
            Set<Optional<Place>> all = new HashSet<>();
            Statements.walk(method.body().orElseThrow(), s -> {
                if (s instanceof Stmt.Return r && r.value().isPresent()) {
                    all.add(of(r.value().get(), method));
                }
            });
            known = all.size() == 1 ? all.iterator().next().filter(p -> isKnownOutside(p, method)) : Optional.empty();
            returned.put(method.key(), known);
        }
        return known;
    }

    static boolean isKnownOutside(Place place, MethodDecl method) {
        return place.root().map(method.parameters()::contains).orElse(true);
    }

    /** A place of the called method, as its caller knows it. */
    Optional<Place> given(Place place, MethodDecl callee, Optional<Expr> receiver, List<Expr> arguments, MethodDecl caller) {
        Optional<Expr> root = place.root().map(p -> arguments.get(callee.parameters().indexOf(p))).or(() -> receiver);
        return root.flatMap(e -> of(e, caller)).map(p -> p.parts(place.path()));
    }
}
