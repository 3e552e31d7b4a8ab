// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Finds out what a call calls: a method of the driver, of the dsl, a component of a record, or nothing. */
final class Calls {
    private final Code code;
    private final MethodParts parts;
    private final DriverCalls driver;

    Calls(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
        this.driver = new DriverCalls(code, parts);
    }

    /** A call for its result. */
    Expr lower(Expression.Call e, Optional<Destination> to) {
        return lower(e, new CallUse(to, false));
    }

    /** A call as a statement of its own. */
    void statement(Expression.Call e) {
        Expr value = lower(e, new CallUse(Optional.empty(), true));
        boolean effect = value instanceof Expr.Const || value instanceof Expr.Get || value instanceof Expr.Erroneous;
        if (!effect) {
            code.findings()
                    .report(
                            "VR804",
                            e.span(),
                            "`" + e.name() + "` only computes a value, and the value is not used",
                            "The statement does nothing, and was meant to.",
                            "Use the value, or remove the call.");
        }
    }

    private Expr lower(Expression.Call e, CallUse use) {
        if (e.name().equals("this") || e.name().equals("super")) {
            if (!e.arguments().isEmpty() || e.name().equals("this")) {
                code.findings().outside(e.span(), "a call of another constructor", "Use one constructor.");
            }
            return new Expr.Erroneous(e.span());
        }
        if (e.target().isEmpty()) {
            return bySimpleName(e, use);
        }
        Expression target = e.target().get();
        Optional<Local> exception = parts.variables().exception(target);
        if (exception.isPresent()) {
            return parts.tries().exceptionCall(exception.get(), e);
        }
        Optional<TypeSymbol> type = parts.variables().type(target);
        if (type.isPresent()) {
            return onType(type.get(), e, use);
        }
        if (target instanceof Expression.Name name
                && parts.variables().find(name.identifier(), name.span()).isEmpty()) {
            return unknownTarget(e, name);
        }
        return onValue(parts.expressions().lower(target), e, use);
    }

    private Expr unknownTarget(Expression.Call e, Expression.Name name) {
        Optional<String> elsewhere = code.world().names(code.owner()).importFor(name.identifier());
        if (elsewhere.isPresent()) {
            code.findings().missingImport(name.span(), "type", name.identifier(), elsewhere.get());
        } else {
            List<String> candidates = new ArrayList<>(code.scope().names());
            candidates.addAll(code.world().members(code.owner()).fieldNames());
            candidates.addAll(code.world().names(code.owner()).suggestions());
            code.findings().unknown(name.span(), "variable, field or type", name.identifier(), candidates);
        }
        refusedArguments(e.arguments());
        return new Expr.Erroneous(e.span());
    }

    private Expr bySimpleName(Expression.Call e, CallUse use) {
        List<MethodSymbol> own = code.world().members(code.owner()).methods(e.name());
        if (!own.isEmpty()) {
            return driver.onSelf(own, e, use);
        }
        Optional<FieldDecl> component = component(code.owner(), e);
        if (component.isPresent()) {
            Expr self = parts.variables().self(e.nameSpan());
            return self instanceof Expr.Erroneous ? self : Variables.field(self, component.get(), e.span());
        }
        for (TypeSymbol owner : code.world().names(code.owner()).staticOwners(e.name())) {
            if (hasMethod(owner, e.name())) {
                return onType(owner, e, use);
            }
        }
        return unknown(e, "method", e.name(), methodNames(code.owner()));
    }

    private boolean hasMethod(TypeSymbol owner, String name) {
        return owner instanceof TypeSymbol.Source source
                ? !code.world().members(source.type()).methods(name).isEmpty()
                : owner instanceof TypeSymbol.Dsl dsl
                        && !dsl.type().methods(name).isEmpty();
    }

    private Expr onType(TypeSymbol symbol, Expression.Call e, CallUse use) {
        if (symbol instanceof TypeSymbol.Dsl dsl) {
            return parts.dslCalls().onType(dsl.type(), e, use);
        }
        if (!(symbol instanceof TypeSymbol.Source source)) {
            return unknown(e, "method", e.name(), List.of());
        }
        List<MethodSymbol> found = code.world().members(source.type()).methods(e.name());
        return found.isEmpty()
                ? unknown(e, "method", source.type().simpleName() + "." + e.name(), methodNames(source.type()))
                : driver.onType(found, e, use);
    }

    private Expr onValue(Expr receiver, Expression.Call e, CallUse use) {
        Type type = receiver.type();
        if (type instanceof Type.Erroneous) {
            refusedArguments(e.arguments());
            return new Expr.Erroneous(e.span());
        }
        if (type instanceof Type.Block || type instanceof Type.Dma) {
            return parts.deviceAccess().component(receiver, e);
        }
        Optional<SourceType> declared = code.world().sources().find(TypeText.name(type));
        if (declared.isEmpty() || type instanceof Type.Enum) {
            return parts.dslCalls().onValue(receiver, e, use);
        }
        SourceMembers members = code.world().members(declared.get());
        List<MethodSymbol> found = members.methods(e.name());
        Optional<FieldDecl> component = component(declared.get(), e);
        if (found.isEmpty() && component.isPresent()) {
            return Variables.field(receiver, component.get(), e.span());
        }
        if (found.isEmpty()) {
            return unknown(e, "method", TypeText.plain(type) + "." + e.name(), methodNames(declared.get()));
        }
        return driver.onReceiver(found, receiver, e, use);
    }

    /** The component of a value record that a call without arguments reads. */
    private Optional<FieldDecl> component(SourceType type, Expression.Call e) {
        return type.kind() == SourceType.Kind.VALUE && e.arguments().isEmpty()
                ? code.world().members(type).field(e.name())
                : Optional.empty();
    }

    private List<String> methodNames(SourceType type) {
        SourceMembers members = code.world().members(type);
        List<String> names = new ArrayList<>(members.methods().stream()
                .map(MethodSymbol::name)
                .filter(n -> !n.startsWith("<"))
                .toList());
        if (type.kind() == SourceType.Kind.VALUE) {
            names.addAll(members.fieldNames());
        }
        return names;
    }

    /** Reports a call of something that is not there; its arguments are looked at all the same. */
    Expr unknown(Expression.Call e, String kind, String name, List<String> candidates) {
        code.findings().unknown(e.nameSpan(), kind, name, candidates);
        refusedArguments(e.arguments());
        return new Expr.Erroneous(e.span());
    }

    /** Looks at the arguments of a call that was refused already; what only the call could have given a meaning is passed over. */
    void refusedArguments(List<Expression> arguments) {
        lowerArguments(arguments.stream()
                .filter(a -> !(a instanceof Expression.ClassLiteral) && !(a instanceof Expression.StringLiteral))
                .toList());
    }

    /** The arguments from left to right, as they are. */
    List<Expr> lowerArguments(List<Expression> arguments) {
        return code.ordered(suppliers(arguments));
    }

    /** The receiver, lowered already, and the arguments. */
    List<Expr> withReceiver(Expr receiver, List<Expression> arguments) {
        List<Supplier<Expr>> operands = new ArrayList<>();
        operands.add(() -> receiver);
        operands.addAll(suppliers(arguments));
        return code.ordered(operands);
    }

    private List<Supplier<Expr>> suppliers(List<Expression> arguments) {
        return arguments.stream()
                .map(a -> (Supplier<Expr>) () -> parts.expressions().lower(a))
                .toList();
    }

    /** The arguments of a driver's method or constructor, as its parameters need them; null where something was reported. */
    List<Expr> arguments(MethodSymbol method, List<Expression> written, Span at) {
        return driver.fitted(method, lowerArguments(written), at);
    }
}
