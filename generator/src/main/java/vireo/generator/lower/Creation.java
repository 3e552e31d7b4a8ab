// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslType;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeResolver;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers {@code new}: a value record, an object inside its owner, or an object on the heap. */
final class Creation {
    private final Code code;
    private final MethodParts parts;

    Creation(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** A value record or an object on the heap. */
    Expr lower(Expression.New e, Optional<Destination> to) {
        Optional<SourceType> type = driverType(e);
        if (type.isEmpty()) {
            return new Expr.Erroneous(e.span());
        }
        return switch (type.get().kind()) {
            case VALUE -> value(type.get(), e);
            case OBJECT -> object(type.get(), e, to);
            default -> {
                code.findings()
                        .mismatch(
                                e.span(),
                                "`new` of a " + type.get().kind().text(),
                                type.get().kind() == SourceType.Kind.INTERFACE
                                                || type.get().kind() == SourceType.Kind.ENUM
                                        ? "Name a class."
                                        : "Bind it to a window or to DMA memory.");
                yield new Expr.Erroneous(e.span());
            }
        };
    }

    private Optional<SourceType> driverType(Expression.New e) {
        Optional<TypeSymbol> symbol =
                code.world().names(code.owner()).type(e.type().name());
        if (symbol.isPresent() && symbol.get() instanceof TypeSymbol.Source source) {
            return Optional.of(source.type());
        }
        if (symbol.isEmpty()) {
            code.findings()
                    .unknown(
                            e.type().span(),
                            "class",
                            e.type().name(),
                            code.world().names(code.owner()).suggestions());
        } else if (isException(symbol.get())) {
            code.findings()
                    .outside(
                            e.span(),
                            "a new exception that is not thrown at once",
                            "Write `throw new DriverException(...);`.");
        } else {
            code.findings()
                    .mismatch(
                            e.span(),
                            "`new " + e.type().name() + "` makes no value that a driver can hold",
                            "Use a function of the dsl that gives one.");
        }
        return Optional.empty();
    }

    static boolean isException(TypeSymbol symbol) {
        return symbol instanceof TypeSymbol.Dsl dsl && dsl.type().shape() == DslType.Shape.EXCEPTION;
    }

    private Expr value(SourceType type, Expression.New e) {
        List<FieldDecl> components = code.world().members(type).fields();
        List<Expr> values = parts.calls().lowerArguments(e.arguments());
        if (values.size() != components.size()) {
            code.findings()
                    .mismatch(
                            e.span(),
                            "`" + type.simpleName() + "` has " + components.size() + " components, and " + values.size()
                                    + " are given",
                            "Give one value a component.");
            return new Expr.Erroneous(e.span());
        }
        List<Expr> fitted = new ArrayList<>();
        boolean erroneous = false;
        for (int i = 0; i < components.size(); i++) {
            Expr one = parts.coercion()
                    .to(
                            components.get(i).type(),
                            values.get(i),
                            "component `" + components.get(i).name() + "`");
            erroneous |= one.type() instanceof Type.Erroneous;
            fitted.add(one);
        }
        return erroneous
                ? new Expr.Erroneous(e.span())
                : new Expr.NewValue(type.name(), fitted, new Type.Value(type.name()), e.span());
    }

    private Expr object(SourceType type, Expression.New e, Optional<Destination> to) {
        Optional<MethodSymbol> constructor = constructor(type, e.span());
        if (constructor.isEmpty()) {
            return new Expr.Erroneous(e.span());
        }
        List<Expr> arguments = parts.calls().arguments(constructor.get(), e.arguments(), e.span());
        if (arguments == null) {
            return new Expr.Erroneous(e.span());
        }
        code.mayThrow(e.span(), "`new` allocates, and");
        Type result = TypeResolver.of(type, false);
        String hint = Hints.lastWord(type.name());
        return code.effect(
                result,
                hint,
                to,
                e.span(),
                local -> new Stmt.New(local, constructor.get().key(), arguments, e.span()));
    }

    private Optional<MethodSymbol> constructor(SourceType type, Span at) {
        Optional<MethodSymbol> constructor = code.world().members(type).methods().stream()
                .filter(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR)
                .findFirst();
        if (constructor.isPresent() && constructor.get().isPrivate() && !type.equals(code.owner())) {
            code.findings()
                    .mismatch(
                            at,
                            "the constructor of `" + type.simpleName() + "` is private",
                            "Call a static method that makes one, or make the constructor public.");
        }
        return constructor;
    }

    /** Whether an assignment creates an object inside its owner: {@code this.field = new C(...)}, the field final and of class type. */
    boolean embeds(Expression.Assign e) {
        if (!(e.value() instanceof Expression.New) || code.method().kind() != MethodDecl.Kind.CONSTRUCTOR) {
            return false;
        }
        String name = null;
        if (e.target() instanceof Expression.Name simple
                && code.scope().find(simple.identifier()).isEmpty()) {
            name = simple.identifier();
        } else if (e.target() instanceof Expression.FieldAccess access && access.target() instanceof Expression.This) {
            name = access.name();
        }
        return name != null
                && ownField(name)
                        .filter(f -> f.isFinal() && f.type() instanceof Type.Object)
                        .isPresent();
    }

    private Optional<FieldDecl> ownField(String name) {
        return code.world().members(code.owner()).field(name);
    }

    /** {@code this.field = new C(...)}. */
    Expr embed(Expression.Assign e) {
        String name = e.target() instanceof Expression.Name simple
                ? simple.identifier()
                : ((Expression.FieldAccess) e.target()).name();
        FieldDecl field = ownField(name).orElseThrow();
        embed(field, (Expression.New) e.value(), e.span());
        return Variables.field(
                parts.variables().self(e.target().span()), field, e.target().span());
    }

    /** A new object inside its owner. */
    void embed(FieldDecl field, Expression.New e, Span span) {
        Optional<SourceType> type = driverType(e);
        if (type.isEmpty()) {
            return;
        }
        Type made = TypeResolver.of(type.get(), false);
        if (!Coercion.sameForm(made, field.type())) {
            code.findings().mismatch(e.span(), made, field.type(), "the new object");
            return;
        }
        if (type.get().boxed()) {
            code.findings()
                    .declaration(
                            e.span(),
                            "a `@Boxed` object inside another: `" + type.get().simpleName() + "` in field `" + field.name() + "`",
                            "Take it as a `@Moves` parameter of the constructor and store that, or remove `@Boxed` from `"
                                    + type.get().simpleName() + "`.");
            return;
        }
        Optional<MethodSymbol> constructor = constructor(type.get(), e.span());
        if (constructor.isEmpty()) {
            return;
        }
        List<Expr> arguments = parts.calls().arguments(constructor.get(), e.arguments(), e.span());
        if (arguments == null) {
            return;
        }
        if (constructor.get().throwing()) {
            code.mayThrow(e.span(), "the constructor of `" + type.get().simpleName() + "`");
        }
        code.add(new Stmt.Embed(field, constructor.get().key(), arguments, span));
    }
}
