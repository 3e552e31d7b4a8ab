// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/**
 * What each method does to ownership. A method that others may call says so itself, by {@code @Moves}; what a private one does is
 * found out from its body.
 */
final class Summaries {
    private final Origins origins;
    private final Flowing flowing;
    private final Program program;
    private final Map<String, MoveSummary> known = new HashMap<>();
    private final Map<String, Set<FieldDecl>> reads = new HashMap<>();

    /** Follows ownership through a body. */
    interface Flowing {
        /** The parameters and fields that are consumed, as a whole or in part, where the method returns. */
        Set<Place> consumed(MethodDecl method);
    }

    Summaries(Program program, Origins origins, Flowing flowing) {
        this.program = program;
        this.origins = origins;
        this.flowing = flowing;
    }

    /** The fields of its object that a method reads, itself or by its object's other methods; in the order of the text. */
    Set<FieldDecl> reads(MethodDecl method) {
        Set<FieldDecl> found = reads.get(method.key());
        if (found == null) {
            reads.put(method.key(), Set.of());
            Set<FieldDecl> fields = new LinkedHashSet<>();
            Statements.walk(method.body().orElse(List.of()), s -> {
                Statements.expressions(s).forEach(e -> own(e, fields));
                if (s instanceof Stmt.Call call && call.receiver().filter(Expr.This.class::isInstance).isPresent()) {
                    program.method(call.method()).ifPresent(callee -> fields.addAll(reads(callee)));
                }
            });
            found = fields;
            reads.put(method.key(), found);
        }
        return found;
    }

    private static void own(Expr e, Set<FieldDecl> fields) {
        if (e instanceof Expr.Field field && field.object() instanceof Expr.This) {
            fields.add(field.field());
        }
        Expressions.operands(e).forEach(inner -> own(inner, fields));
    }

    boolean givesOwned(MethodDecl method) {
        return origins.givesOwned(method.key());
    }

    MoveSummary of(MethodDecl method) {
        MoveSummary summary = known.get(method.key());
        if (summary == null) {
            MoveSummary declared = declared(method);
            // Recursion is refused elsewhere; here it only must not run for ever.
            known.put(method.key(), declared);
            boolean inferred = method.isPrivate() && method.body().isPresent();
            summary = inferred ? found(method, declared) : declared;
            known.put(method.key(), summary);
        }
        return summary;
    }

    private MoveSummary declared(MethodDecl method) {
        Set<Integer> parameters = new HashSet<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            if (method.parameters().get(i).kind() == Local.Kind.MOVED_PARAMETER) {
                parameters.add(i);
            }
        }
        return new MoveSummary(parameters, Set.of(), givesOwned(method));
    }

    private MoveSummary found(MethodDecl method, MoveSummary declared) {
        if (method.kind() == MethodDecl.Kind.CONSTRUCTOR) {
            return declared;
        }
        Set<Integer> parameters = new HashSet<>(declared.parameters());
        Set<FieldDecl> fields = new HashSet<>();
        for (Place place : flowing.consumed(method)) {
            place.root().ifPresent(parameter -> parameters.add(method.parameters().indexOf(parameter)));
            if (!method.movesReceiver()) {
                place.ownField().ifPresent(fields::add);
            }
        }
        return new MoveSummary(parameters, fields, declared.ownedResult());
    }
}
