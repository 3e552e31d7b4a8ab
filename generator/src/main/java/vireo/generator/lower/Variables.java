// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.resolve.DottedName;
import vireo.generator.resolve.DslType;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.Terms;
import vireo.generator.resolve.TypeResolver;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Reads variables, fields and constants by name. */
final class Variables {
    private final Code code;
    private final MethodParts parts;
    private final Set<Local> exceptions = new java.util.HashSet<>();

    Variables(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** Notes that a local is a caught exception: it is rethrown or asked for its reason, and nothing else. */
    void exception(Local local) {
        exceptions.add(local);
    }

    /** The caught exception of that name, if the expression is one. */
    Optional<Local> exception(Expression e) {
        return e instanceof Expression.Name name
                ? code.scope().find(name.identifier()).filter(exceptions::contains)
                : Optional.empty();
    }

    /** {@code this}. */
    Expr self(Span span) {
        if (code.method().kind() == MethodDecl.Kind.STATIC) {
            code.findings()
                    .mismatch(
                            span,
                            "there is no `this` in a static method",
                            "Make the method an instance method, or pass the object.");
            return new Expr.Erroneous(span);
        }
        return new Expr.This(TypeResolver.of(code.owner(), false), span);
    }

    Expr name(Expression.Name name) {
        Optional<Expr> found = find(name.identifier(), name.span());
        if (found.isEmpty()) {
            code.findings().unknown(name.span(), "variable, field or constant", name.identifier(), suggestions());
        }
        return found.orElseGet(() -> new Expr.Erroneous(name.span()));
    }

    /** The variable, field or constant of a simple name. */
    Optional<Expr> find(String name, Span span) {
        Optional<Local> local = code.scope().find(name);
        if (local.isPresent()) {
            return Optional.of(local(local.get(), span));
        }
        SourceMembers own = code.world().members(code.owner());
        Optional<FieldDecl> field = own.field(name);
        if (field.isPresent()) {
            Expr self = self(span);
            return Optional.of(self instanceof Expr.Erroneous ? self : field(self, field.get(), span));
        }
        Optional<Expr> constant = constant(code.owner(), name, span);
        if (constant.isPresent()) {
            return constant;
        }
        for (TypeSymbol owner : code.world().names(code.owner()).staticOwners(name)) {
            Optional<Expr> imported = constant(owner, name, span);
            if (imported.isPresent()) {
                return imported;
            }
        }
        return Optional.empty();
    }

    private Expr local(Local local, Span span) {
        if (exceptions.contains(local)) {
            code.findings()
                    .outside(
                            span,
                            "an exception used as a value",
                            "Use `" + local.name() + ".errno()`, or `throw " + local.name() + ";`.");
            return new Expr.Erroneous(span);
        }
        return new Expr.Get(local, local.type(), span);
    }

    /** A field of an object, its type in terms of that object. */
    static Expr field(Expr object, FieldDecl field, Span span) {
        return new Expr.Field(object, field, Substitution.of(object).apply(field.type()), span);
    }

    /** {@code target.name}: a constant of a type, a field of an object, or the length of an array. */
    Expr access(Expression.FieldAccess access) {
        Optional<TypeSymbol> type = type(access.target());
        if (type.isPresent()) {
            Optional<Expr> constant = constant(type.get(), access.name(), access.span());
            if (constant.isEmpty()) {
                code.findings()
                        .unknown(
                                access.nameSpan(),
                                "constant",
                                simple(type.get()) + "." + access.name(),
                                constantNames(type.get()));
            }
            return constant.orElseGet(() -> new Expr.Erroneous(access.span()));
        }
        Expr object = parts.expressions().lower(access.target());
        if (object.type() instanceof Type.Erroneous) {
            return object;
        }
        if (object.type() instanceof Type.Array && access.name().equals("length")) {
            return Terms.length(object, access.span());
        }
        Optional<SourceMembers> members = members(object.type());
        Optional<FieldDecl> field = members.flatMap(m -> m.field(access.name()));
        if (field.isEmpty()) {
            code.findings()
                    .unknown(
                            access.nameSpan(),
                            "field",
                            TypeText.plain(object.type()) + "." + access.name(),
                            members.map(SourceMembers::fieldNames).orElse(List.of()));
            return new Expr.Erroneous(access.span());
        }
        if (!members.get().type().equals(code.owner())) {
            code.findings()
                    .mismatch(
                            access.nameSpan(),
                            "field `" + access.name() + "` is private to `"
                                    + members.get().type().simpleName() + "`",
                            "Call a method that reads it.");
            return new Expr.Erroneous(access.span());
        }
        return field(object, field.get(), access.span());
    }

    /** The type that an expression names, where it names one and no variable hides it. */
    Optional<TypeSymbol> type(Expression e) {
        Optional<String> dotted = DottedName.of(e);
        if (dotted.isEmpty()) {
            return Optional.empty();
        }
        String first = dotted.get().contains(".")
                ? dotted.get().substring(0, dotted.get().indexOf('.'))
                : dotted.get();
        boolean variable = code.scope().find(first).isPresent()
                || code.world().members(code.owner()).baseField(first).isPresent()
                || code.world().members(code.owner()).hasConstant(first);
        return variable ? Optional.empty() : code.world().names(code.owner()).type(dotted.get());
    }

    private Optional<SourceMembers> members(Type type) {
        return code.world().sources().find(TypeText.name(type)).map(code.world()::members);
    }

    private Optional<Expr> constant(TypeSymbol owner, String name, Span span) {
        return owner instanceof TypeSymbol.Source source
                ? constant(source.type(), name, span)
                : owner instanceof TypeSymbol.Dsl dsl ? constant(dsl.type(), name, span) : Optional.empty();
    }

    /** A constant of a driver's type, or of an interface that it implements; erroneous where it was refused. */
    Optional<Expr> constant(SourceType owner, String name, Span span) {
        SourceMembers members = code.world().members(owner);
        if (owner.kind() == SourceType.Kind.ENUM) {
            return members.enumConstants().stream().anyMatch(c -> c.name().equals(name))
                    ? Optional.of(new Expr.EnumConst(name, new Type.Enum(owner.name()), span))
                    : Optional.empty();
        }
        if (members.hasConstant(name)) {
            Optional<TypeDecl.ConstantDecl> constant = members.constant(name);
            if (constant.isPresent() && constant.get().isPrivate() && !owner.equals(code.owner())) {
                code.findings()
                        .mismatch(
                                span,
                                "constant `" + name + "` is private to `" + owner.simpleName() + "`",
                                "Make it public there.");
            }
            return Optional.of(
                    constant.<Expr>map(c -> new Expr.NamedConst(c.owner(), c.name(), c.value(), c.type(), span))
                            .orElseGet(() -> new Expr.Erroneous(span)));
        }
        for (String implemented : code.world().implementations().interfacesOf(owner)) {
            Optional<Expr> inherited =
                    code.world().sources().find(implemented).flatMap(declared -> constant(declared, name, span));
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }

    private static Optional<Expr> constant(DslType owner, String name, Span span) {
        if (owner.shape() == DslType.Shape.ERRNO && owner.hasEnumConstant(name)) {
            return Optional.of(new Expr.ErrnoConst(name, new Type.Errno(), span));
        }
        return owner.constant(name).map(c -> new Expr.NamedConst(owner.name(), name, c.value(), c.type(), span));
    }

    private List<String> constantNames(TypeSymbol type) {
        if (type instanceof TypeSymbol.Source source && source.type().kind() == SourceType.Kind.ENUM) {
            return code.world().members(source.type()).enumConstants().stream()
                    .map(TypeDecl.EnumConstant::name)
                    .toList();
        }
        return code.world().constantNames(type);
    }

    private List<String> suggestions() {
        Set<String> names = new TreeSet<>(code.scope().names());
        SourceMembers own = code.world().members(code.owner());
        names.addAll(own.fieldNames());
        names.addAll(own.constantNames());
        return new ArrayList<>(names);
    }

    private static String simple(TypeSymbol type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }
}
