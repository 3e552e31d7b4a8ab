// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Which fields a call may write, by way of the methods that it calls too; an element counts as its array. */
public final class FieldWrites {
    private final CallGraph calls;
    private final Map<String, Set<FieldDecl>> written = new HashMap<>();
    private final Map<String, Set<Local>> filled = new HashMap<>();
    private final Set<FieldDecl> anywhere = new HashSet<>();
    /** What was worked out for a statement; by identity, because equal statements are rare and comparing them is not cheap. */
    private final Map<Stmt, Set<FieldDecl>> known = new IdentityHashMap<>();
    private final Map<Stmt, Set<Local>> knownArrays = new IdentityHashMap<>();

    public FieldWrites(CallGraph calls) {
        this.calls = calls;
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Set<FieldDecl> own = new HashSet<>();
            Set<Local> parameters = new HashSet<>();
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                Set<FieldDecl> here = itself(statement);
                own.addAll(here);
                if (method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
                    anywhere.addAll(here);
                }
                parameters.addAll(findArrays(statement));
                CallGraph.target(statement).ifPresent(key -> calls.targets(key)
                        .forEach(target -> own.addAll(written.getOrDefault(target.key(), Set.of()))));
            }));
            written.put(method.key(), own);
            parameters.retainAll(method.parameters());
            filled.put(method.key(), parameters);
        }
    }

    /** The fields that the statement stores to, or into the arrays of: it alone, or a method that it hands an array to. */
    public Set<FieldDecl> itself(Stmt statement) {
        Set<FieldDecl> found = new HashSet<>();
        direct(statement).ifPresent(found::add);
        stores(statement).forEach(array -> {
            if (array instanceof Expr.Field field) {
                found.add(field.field());
            }
        });
        return found;
    }

    /** The variables and parameters into whose arrays the statement stores, or a method that it hands them to. */
    public Set<Local> arrays(Stmt statement) {
        return knownArrays.computeIfAbsent(statement, this::findArrays);
    }

    private Set<Local> findArrays(Stmt statement) {
        Set<Local> found = new HashSet<>();
        stores(statement).forEach(array -> {
            if (array instanceof Expr.Get get) {
                found.add(get.local());
            }
        });
        return found;
    }

    /** The arrays that the statement stores into. */
    private List<Expr> stores(Stmt statement) {
        List<Expr> found = new ArrayList<>();
        if (statement instanceof Stmt.SetElement store) {
            found.add(store.array());
        } else if (statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA) {
            copy.array().ifPresent(found::add);
        }
        List<Expr> arguments = arguments(statement);
        for (MethodDecl target : CallGraph.target(statement).map(calls::targets).orElse(List.of())) {
            for (int index = 0; index < arguments.size(); index++) {
                if (filled.getOrDefault(target.key(), Set.of()).contains(target.parameters().get(index))) {
                    found.add(arguments.get(index));
                }
            }
        }
        return found;
    }

    private static List<Expr> arguments(Stmt statement) {
        if (statement instanceof Stmt.Call call) {
            return call.arguments();
        }
        if (statement instanceof Stmt.New created) {
            return created.arguments();
        }
        return statement instanceof Stmt.Embed embed ? embed.arguments() : List.of();
    }

    /** The field that the statement itself gives a new value. */
    private static Optional<FieldDecl> direct(Stmt statement) {
        if (statement instanceof Stmt.SetField store) {
            return Optional.of(store.field());
        }
        if (statement instanceof Stmt.Embed embed) {
            return Optional.of(embed.field());
        }
        return Optional.empty();
    }

    /** What the statement may write, with all that it calls. The kernel may call any method that is not private. */
    public Set<FieldDecl> of(Stmt statement) {
        return known.computeIfAbsent(statement, this::find);
    }

    private Set<FieldDecl> find(Stmt statement) {
        Optional<String> key = CallGraph.target(statement);
        Set<FieldDecl> found = itself(statement);
        if (key.isEmpty()) {
            return found;
        }
        var targets = calls.targets(key.get());
        if (targets.isEmpty()) {
            found.addAll(anywhere);
        }
        targets.forEach(target -> found.addAll(written.getOrDefault(target.key(), Set.of())));
        return found;
    }
}
