// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** Where the numbers come from that are passed to a method: which of them may be others than another method has returned. */
final class Heads {
    private record In(MethodDecl method, Stmt statement) {}

    private record Value(MethodDecl method, Expr e, Span argument) {}

    private final CallGraph calls;
    private final Map<FieldDecl, List<Value>> stored = new HashMap<>();
    private final Map<String, Map<Local, List<In>>> assigned = new HashMap<>();
    private final Map<String, List<In>> callers = new HashMap<>();

    Heads(CallGraph calls) {
        this.calls = calls;
        for (MethodDecl method : calls.methods()) {
            Map<Local, List<In>> own = new HashMap<>();
            assigned.put(method.key(), own);
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                Statements.assigned(statement).ifPresent(local -> own.computeIfAbsent(local, key -> new ArrayList<>())
                        .add(new In(method, statement)));
                if (statement instanceof Stmt.SetField store) {
                    stored.computeIfAbsent(store.field(), key -> new ArrayList<>()).add(new Value(method, store.value(), null));
                } else if (statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field array) {
                    stored.computeIfAbsent(array.field(), key -> new ArrayList<>()).add(new Value(method, store.value(), null));
                }
                CallGraph.target(statement).ifPresent(key -> calls.targets(key).forEach(target ->
                        callers.computeIfAbsent(target.key(), any -> new ArrayList<>()).add(new In(method, statement))));
            }));
        }
    }

    /** The arguments passed for the parameter that may be something else than what the other method returned. */
    Set<Span> strangers(MethodDecl method, Local parameter, MethodDecl returning) {
        Set<Span> found = new HashSet<>();
        Set<Object> seen = new HashSet<>();
        Deque<Value> open = new ArrayDeque<>();
        arguments(method, parameter, null, open);
        while (!open.isEmpty()) {
            Value value = open.remove();
            if (!follow(value, returning, seen, open)) {
                found.add(value.argument());
            }
        }
        return found;
    }

    private void arguments(MethodDecl method, Local parameter, Span argument, Deque<Value> open) {
        int index = method.parameters().indexOf(parameter);
        for (In caller : callers.getOrDefault(method.key(), List.of())) {
            List<Expr> arguments = caller.statement() instanceof Stmt.Call call ? call.arguments()
                    : caller.statement() instanceof Stmt.New made ? made.arguments() : ((Stmt.Embed) caller.statement()).arguments();
            Expr e = arguments.get(index);
            open.add(new Value(caller.method(), e, argument == null ? e.span() : argument));
        }
    }

    /** Adds what the value comes from; says whether it may come from there only. */
    private boolean follow(Value value, MethodDecl returning, Set<Object> seen, Deque<Value> open) {
        Expr e = value.e();
        if (e instanceof Expr.Convert convert) {
            open.add(new Value(value.method(), convert.operand(), value.argument()));
            return true;
        }
        if (e instanceof Expr.Conditional choice) {
            open.add(new Value(value.method(), choice.yes(), value.argument()));
            open.add(new Value(value.method(), choice.no(), value.argument()));
            return true;
        }
        FieldDecl field = e instanceof Expr.Field read ? read.field()
                : e instanceof Expr.Element element && element.array() instanceof Expr.Field array ? array.field() : null;
        if (field != null) {
            List<Value> stores = stored.getOrDefault(field, List.of());
            if (seen.add(List.of(field, value.argument()))) {
                stores.forEach(store -> open.add(new Value(store.method(), store.e(), value.argument())));
            }
            return !stores.isEmpty();
        }
        if (!(e instanceof Expr.Get get)) {
            return false;
        }
        if (!seen.add(List.of(value.method().key(), get.local(), value.argument()))) {
            return true;
        }
        boolean parameter = value.method().parameters().contains(get.local());
        if (parameter) {
            arguments(value.method(), get.local(), value.argument(), open);
        }
        List<In> stores = assigned.get(value.method().key()).getOrDefault(get.local(), List.of());
        boolean known = !stores.isEmpty() || parameter && callers.containsKey(value.method().key());
        for (In store : stores) {
            known &= result(store, value, returning, seen, open);
        }
        return known;
    }

    private boolean result(In store, Value value, MethodDecl returning, Set<Object> seen, Deque<Value> open) {
        if (LoopRules.value(store.statement()).isPresent()) {
            open.add(new Value(store.method(), LoopRules.value(store.statement()).get(), value.argument()));
            return true;
        }
        if (!(store.statement() instanceof Stmt.Call call)) {
            return false;
        }
        List<MethodDecl> targets = calls.targets(call.method());
        for (MethodDecl target : targets) {
            if (!target.key().equals(returning.key()) && seen.add(List.of(target.key(), value.argument()))) {
                target.body().ifPresent(body -> Statements.walk(body, statement -> {
                    if (statement instanceof Stmt.Return back) {
                        back.value().ifPresent(e -> open.add(new Value(target, e, value.argument())));
                    }
                }));
            }
        }
        return !targets.isEmpty();
    }
}
