// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/**
 * What a call leaves behind that its declaration does not say: a method that only returns an expression gives that expression,
 * one that checks a parameter and returns it gives the parameter, and a constructor that copies a parameter into a final field makes the two equal.
 */
public final class Summaries {
    private final CallGraph graph;
    private final Map<String, Optional<Expr>> results = new HashMap<>();
    private final Map<String, Map<FieldDecl, Expr>> finals = new HashMap<>();

    public Summaries(CallGraph graph) {
        this.graph = graph;
    }

    /** The method that a call of the key runs, where there is one only. */
    Optional<MethodDecl> only(String key) {
        List<MethodDecl> targets = graph.targets(key);
        return targets.size() == 1 ? Optional.of(targets.get(0)) : Optional.empty();
    }

    /** The expression over receiver and parameters that the method's result equals. */
    Optional<Expr> result(MethodDecl method) {
        Optional<Expr> known = results.get(method.key());
        if (known == null) {
            known = computeResult(method);
            results.put(method.key(), known);
        }
        return known;
    }

    private static Optional<Expr> computeResult(MethodDecl method) {
        List<Stmt> body = method.body().orElse(List.of()).stream().filter(s -> !(s instanceof Stmt.Comment)).toList();
        if (body.size() == 1 && body.get(0) instanceof Stmt.Return returned) {
            return returned.value();
        }
        // A method that ends in one place only may also check its parameter and give it back.
        List<Stmt.Return> returns = new ArrayList<>();
        Set<Local> reassigned = new HashSet<>();
        Statements.walk(body, s -> {
            Statements.assigned(s).ifPresent(reassigned::add);
            if (s instanceof Stmt.Return returned) {
                returns.add(returned);
            }
        });
        return returns.size() == 1 ? returns.get(0).value().filter(e -> simple(e, reassigned)) : Optional.empty();
    }

    /** What a constructor stores into final fields, over its parameters. */
    Map<FieldDecl, Expr> finals(MethodDecl constructor) {
        Map<FieldDecl, Expr> known = finals.get(constructor.key());
        if (known == null) {
            known = computeFinals(constructor);
            finals.put(constructor.key(), known);
        }
        return known;
    }

    private static Map<FieldDecl, Expr> computeFinals(MethodDecl constructor) {
        Map<FieldDecl, Expr> found = new HashMap<>();
        List<Stmt> body = constructor.body().orElse(List.of());
        Set<Local> reassigned = new HashSet<>();
        Statements.walk(body, s -> Statements.assigned(s).ifPresent(reassigned::add));
        for (Stmt statement : body) {
            if (statement instanceof Stmt.SetField store && store.field().isFinal() && store.object() instanceof Expr.This
                    && simple(store.value(), reassigned)) {
                found.put(store.field(), store.value());
            }
        }
        return found;
    }

    private static boolean simple(Expr e, Set<Local> reassigned) {
        if (e instanceof Expr.Convert convert) {
            return simple(convert.operand(), reassigned);
        }
        return e instanceof Expr.Const || e instanceof Expr.NamedConst
                || e instanceof Expr.Get get && get.local().kind() != Local.Kind.VARIABLE
                        && get.local().kind() != Local.Kind.TEMPORARY && !reassigned.contains(get.local());
    }
}
