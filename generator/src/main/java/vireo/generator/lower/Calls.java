// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Finds out what a call calls, and lowers calls of the driver's own methods. */
final class Calls {
    private final Code code;
    private final MethodParts parts;

    Calls(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** A call for its result. */
    Expr lower(Expression.Call e, Optional<Destination> to) {
        return lower(e, to, false);
    }

    /** A call as a statement of its own. */
    void statement(Expression.Call e) {
        lower(e, Optional.empty(), true);
    }

    private Expr lower(Expression.Call e, Optional<Destination> to, boolean ignored) {
        if (e.name().equals("this") || e.name().equals("super")) {
            if (!e.arguments().isEmpty()) {
                code.findings().outside(e.span(), "a call of another constructor", "Use one constructor.");
            }
            return new Expr.Erroneous(e.span());
        }
        if (e.target().isEmpty()) {
            return bySimpleName(e, to, ignored);
        }
        Optional<Local> exception = parts.variables().exception(e.target().get());
        if (exception.isPresent()) {
            return parts.tries().exceptionCall(exception.get(), e);
        }
        Optional<TypeSymbol> type = parts.variables().type(e.target().get());
        if (type.isPresent()) {
            return onType(type.get(), e, to, ignored);
        }
        if (e.target().get() instanceof Expression.Name name && parts.variables().find(name.identifier(), name.span()).isEmpty()) {
            code.findings().unknown(name.span(), "variable, field or type", name.identifier(), code.world().names(code.owner()).suggestions());
            lowerArguments(e.arguments());
            return new Expr.Erroneous(e.span());
        }
        return onValue(e, to, ignored);
    }

    private Expr bySimpleName(Expression.Call e, Optional<Destination> to, boolean ignored) {
        List<MethodSymbol> own = code.world().members(code.owner()).methods(e.name());
        if (!own.isEmpty()) {
            return choose(own, e, list -> driver(list, () -> Optional.of(parts.variables().self(e.nameSpan())), e, to, ignored));
        }
        if (componentOfOwner(e).isPresent()) {
            return Variables.field(parts.variables().self(e.nameSpan()), componentOfOwner(e).get(), e.span());
        }
        for (TypeSymbol owner : code.world().names(code.owner()).staticOwners(e.name())) {
            boolean there = owner instanceof TypeSymbol.Source source
                    ? !code.world().members(source.type()).methods(e.name()).isEmpty()
                    : owner instanceof TypeSymbol.Dsl dsl && !dsl.type().methods(e.name()).isEmpty();
            if (there) {
                return onType(owner, e, to, ignored);
            }
        }
        return unknown(e, "method", e.name(), methodNames(code.owner()));
    }

    private Optional<FieldDecl> componentOfOwner(Expression.Call e) {
        return code.owner().kind() == SourceType.Kind.VALUE && e.arguments().isEmpty()
                ? code.world().members(code.owner()).field(e.name())
                : Optional.empty();
    }

    private Expr onType(TypeSymbol symbol, Expression.Call e, Optional<Destination> to, boolean ignored) {
        if (symbol instanceof TypeSymbol.Dsl dsl) {
            return parts.dslCalls().onType(dsl.type(), e, to, ignored);
        }
        if (!(symbol instanceof TypeSymbol.Source source)) {
            return unknown(e, "method", e.name(), List.of());
        }
        List<MethodSymbol> found = code.world().members(source.type()).methods(e.name());
        if (found.isEmpty()) {
            return unknown(e, "method", source.type().simpleName() + "." + e.name(), methodNames(source.type()));
        }
        return choose(found, e, method -> {
            if (method.isInstance()) {
                code.findings().mismatch(e.nameSpan(), "`" + e.name() + "` needs an object of `" + source.type().simpleName() + "`", "Call it on an object.");
                return new Expr.Erroneous(e.span());
            }
            return driver(method, Optional::empty, e, to, ignored);
        });
    }

    private Expr onValue(Expression.Call e, Optional<Destination> to, boolean ignored) {
        Expression target = e.target().orElseThrow();
        Type type = parts.receivers().typeOf(target);
        Optional<SourceType> declared = code.world().sources().find(TypeText.name(type));
        boolean ofDriver = type instanceof Type.Object || type instanceof Type.Interface || type instanceof Type.Value;
        if (ofDriver && declared.isPresent()) {
            return null;
        }
        return null;
    }

    private Expr unknown(Expression.Call e, String kind, String name, List<String> candidates) {
        code.findings().unknown(e.nameSpan(), kind, name, candidates);
        lowerArguments(e.arguments());
        return new Expr.Erroneous(e.span());
    }
}
