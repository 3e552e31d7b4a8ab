// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * What a statement may do in the end, by way of the methods that it calls too.
 *
 * @param <T> what is done
 */
public final class CallEffects<T> {
    private final CallGraph calls;
    private final Function<Stmt, Set<T>> own;
    private final Map<String, Set<T>> ofMethods = new HashMap<>();
    private final Set<T> anywhere = new HashSet<>();

    /** @param own what a statement does itself */
    public CallEffects(CallGraph calls, Function<Stmt, Set<T>> own) {
        this.calls = calls;
        this.own = own;
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Set<T> found = new HashSet<>();
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                found.addAll(own.apply(statement));
                CallGraph.target(statement).ifPresent(key -> calls.targets(key)
                        .forEach(target -> found.addAll(ofMethods.getOrDefault(target.key(), Set.of()))));
            }));
            ofMethods.put(method.key(), found);
            anywhere.addAll(found);
        }
    }

    /** What the statement may do. A method that the kernel implements may call any other. */
    public Set<T> of(Stmt statement) {
        Optional<String> key = CallGraph.target(statement);
        if (key.isEmpty()) {
            return own.apply(statement);
        }
        List<MethodDecl> targets = calls.targets(key.get());
        if (targets.isEmpty()) {
            return anywhere;
        }
        if (targets.size() == 1) {
            return ofMethods.getOrDefault(targets.get(0).key(), Set.of());
        }
        Set<T> found = new HashSet<>();
        targets.forEach(target -> found.addAll(ofMethods.getOrDefault(target.key(), Set.of())));
        return found;
    }

    /** What the method may do. */
    public Set<T> of(MethodDecl method) {
        return ofMethods.getOrDefault(method.key(), Set.of());
    }
}
