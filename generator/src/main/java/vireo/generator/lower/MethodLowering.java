// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.World;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;

/** Lowers one method or constructor. */
final class MethodLowering {
    private final World world;
    private final MethodSymbol method;

    MethodLowering(World world, MethodSymbol method) {
        this.world = world;
        this.method = method;
    }

    MethodDecl lower() {
        int before = world.findings().count();
        Optional<List<Stmt>> body = method.body().map(this::body);
        MethodDecl lowered = declaration(body);
        if (world.findings().count() != before) {
            return lowered;
        }
        DefiniteAssignment.check(
                lowered,
                finals(),
                end(method.body().map(Statement.Block::span).orElse(method.nameSpan())),
                world.findings());
        return lowered;
    }

    /** The final fields that a constructor has to assign. */
    private List<FieldDecl> finals() {
        if (method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
            return List.of();
        }
        return world.members(method.owner()).fields().stream()
                .filter(f -> f.isFinal() && !(f.type() instanceof Type.Erroneous))
                .filter(f ->
                        !(f.type() instanceof Type.Array array && array.fixed().isPresent()))
                .toList();
    }

    private static Span end(Span span) {
        return new Span(span.file(), Math.max(span.start(), span.end() - 1), span.end());
    }

    private MethodDecl declaration(Optional<List<Stmt>> body) {
        return new MethodDecl(
                method.key(),
                method.owner().name(),
                method.name(),
                method.kind(),
                method.isPrivate(),
                method.parameters(),
                method.result(),
                method.throwing(),
                method.movesReceiver(),
                method.discardable(),
                method.probe(),
                body,
                method.doc(),
                method.span(),
                method.protocol());
    }

    private List<Stmt> body(Statement.Block block) {
        LocalNames names = LocalNames.of(block);
        Set<String> authorNames = new HashSet<>(names.declared());
        method.parameters().forEach(p -> authorNames.add(p.name()));
        Code code = new Code(world, method, authorNames, names.reassigned());
        MethodParts parts = new MethodParts(code);
        checkTerms(names.reassigned());
        List<Stmt> statements = code.block(() -> {
            if (method.kind() == MethodDecl.Kind.CONSTRUCTOR) {
                // A field's initial value stands outside of the constructor: it does not see the parameters.
                code.scope().without(method.parameters(), () -> initializers(code, parts));
            }
            parts.statements().lower(block.statements());
        });
        boolean needsResult = !(method.result() instanceof Type.Void) && !(method.result() instanceof Type.Erroneous);
        new Reachability(world.findings()).check(block.statements());
        if (needsResult && Completion.canComplete(block)) {
            world.findings()
                    .report(
                            "VR114",
                            end(block.span()),
                            "`" + method.name() + "` may end without a result",
                            "The caller would get a value that nobody chose.",
                            "Return a value on every path, or throw.");
        }
        return statements;
    }

    /** What fields are initialised with where they are declared comes first in the constructor, as in Java. */
    private void initializers(Code code, MethodParts parts) {
        SourceMembers members = world.members(method.owner());
        for (Map.Entry<String, Expression> entry : members.initializers().entrySet()) {
            FieldDecl field = members.field(entry.getKey()).orElseThrow();
            Expression value = entry.getValue();
            if (field.type() instanceof Type.Array array) {
                if (array.fixed().isEmpty() && !(value instanceof Expression.NewArray)) {
                    code.findings()
                            .outside(
                                    value.span(),
                                    "an array with given elements",
                                    "Write `new int[LENGTH]`, and assign the elements in the constructor.");
                }
            } else if (value instanceof Expression.New made && field.isFinal() && field.type() instanceof Type.Object) {
                parts.creation().embed(field, made, value.span());
            } else {
                Expr self = parts.variables().self(field.span());
                parts.assignments()
                        .store(
                                Variables.field(self, field, field.span()),
                                parts.expressions().lower(value),
                                value.span());
            }
        }
    }

    /** A parameter that a bound names keeps its value: the bound is about it. */
    private void checkTerms(Set<String> reassigned) {
        List<Type> types =
                new ArrayList<>(method.parameters().stream().map(Local::type).toList());
        types.add(method.result());
        for (Local parameter : method.parameters()) {
            boolean named =
                    types.stream().anyMatch(t -> TypeTerms.of(t).stream().anyMatch(e -> mentions(e, parameter)));
            if (named && reassigned.contains(parameter.name())) {
                world.findings()
                        .mismatch(
                                parameter.span(),
                                "parameter `" + parameter.name() + "` is assigned, and a bound names it",
                                "Assign a variable of its own.");
            }
        }
    }

    private static boolean mentions(Expr e, Local local) {
        return e instanceof Expr.Get get && get.local().equals(local)
                || Operands.of(e).stream().anyMatch(o -> mentions(o, local));
    }
}
