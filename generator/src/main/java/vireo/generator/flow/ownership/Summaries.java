// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

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
    private final Map<String, Set<FieldDecl>> stores = new HashMap<>();

    /** Follows ownership through a body. */
    interface Flowing {
        /** The parameters and fields that are consumed, as a whole or in part, where the method returns. */
        Set<Place> consumed(MethodDecl method);

        /** What a field of the object holds where the method returns, or where it fails; empty where it never does. */
        Optional<Hold> left(MethodDecl method, FieldDecl field, boolean failed);
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
                boolean onThis = s instanceof Stmt.Call c && c.receiver().filter(Expr.This.class::isInstance).isPresent();
                read(s, onThis).forEach(e -> own(e, method, fields));
                if (onThis && s instanceof Stmt.Call call) {
                    program.method(call.method()).ifPresent(callee -> fields.addAll(reads(callee)));
                }
            });
            found = fields;
            reads.put(method.key(), found);
        }
        return found;
    }

    private static List<Expr> read(Stmt statement, boolean onThis) {
        if (onThis) {
            return ((Stmt.Call) statement).arguments();
        }
        return statement instanceof Stmt.SetField s && s.object() instanceof Expr.This
                ? List.of(s.value())
                : Handlers.isRelease(statement) ? List.of() : Statements.expressions(statement);
    }

    private void own(Expr e, MethodDecl method, Set<FieldDecl> fields) {
        if (e instanceof Expr.Field field && field.object() instanceof Expr.This) {
            fields.add(field.field());
        } else if (e instanceof Expr.This && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl owner) {
            // Whoever gets the object may look at all of it.
            fields.addAll(owner.fields());
        } else {
            Expressions.operands(e).forEach(inner -> own(inner, method, fields));
        }
    }

    /** The fields that own something and may get another value in a call of the method, of whatever object. */
    Set<FieldDecl> stores(MethodDecl method) {
        Set<FieldDecl> found = stores.get(method.key());
        if (found == null) {
            stores.put(method.key(), Set.of());
            Set<FieldDecl> fields = new LinkedHashSet<>();
            boolean constructor = method.kind() == MethodDecl.Kind.CONSTRUCTOR;
            Statements.walk(method.body().orElse(List.of()), s -> {
                if (s instanceof Stmt.SetField f && origins.isOwned(f.field()) && !(constructor && f.object() instanceof Expr.This)) {
                    fields.add(f.field());
                }
            });
            origins.called(method).forEach(callee -> fields.addAll(stores(callee)));
            found = fields;
            stores.put(method.key(), found);
        }
        return found;
    }

    List<MethodDecl> targets(String key) {
        return origins.targets(key);
    }

    /**
     * What is in a field of the object at hand after a call.
     *
     * @param own the method was called on the object at hand
     */
    Optional<Hold> left(MethodDecl callee, FieldDecl field, boolean own, boolean failed) {
        return own && callee.body().isPresent() ? flowing.left(callee, field, failed) : Optional.of(Hold.UNKNOWN);
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
