// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.ir.Expr;
import vireo.generator.ir.ForeignFunction;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslMethod;
import vireo.generator.resolve.DslType;
import vireo.generator.resolve.PackedText;
import vireo.generator.resolve.TypeText;
import vireo.generator.syntax.ast.Expression;

/** Lowers calls of the dsl: functions of the port, and what the generator knows by its intrinsic name. */
final class DslCalls {
    private final Code code;
    private final MethodParts parts;

    DslCalls(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** {@code Type.method(...)} of a dsl type. */
    Expr onType(DslType type, Expression.Call e, CallUse use) {
        if (type.intrinsic().equals("log") || type.intrinsic().equals("text")) {
            Optional<DslMethod> method = type.methods(e.name()).stream().findFirst();
            if (method.flatMap(DslMethod::intrinsic).filter("text.word"::equals).isPresent()) {
                return PackedText.value(e, code.findings()).<Expr>map(v -> PackedText.expression(v, e)).orElseGet(() -> new Expr.Erroneous(e.span()));
            }
            return method.isEmpty() ? unknown(type, e) : parts.logs().lower(method.get(), e, use);
        }
        List<Expr> arguments = parts.calls().lowerArguments(e.arguments());
        DslMethod method = find(type, e, true);
        if (method == null) {
            return new Expr.Erroneous(e.span());
        }
        List<Expr> fitted = fitted(method, arguments, e);
        if (fitted == null) {
            return new Expr.Erroneous(e.span());
        }
        boolean fence = method.intrinsic().equals(Optional.of("fence.full"));
        if (method.cFunction().isPresent() && !fence) {
            return foreign(method, Optional.empty(), fitted, e, use);
        }
        return parts.numbers().lower(method, fitted, e);
    }

    /** {@code value.method(...)} where the value is not of a type that the driver declares. */
    Expr onValue(Expr receiver, Expression.Call e, CallUse use) {
        Type type = receiver.type();
        if (type instanceof Type.Register
                || type instanceof Type.Cell
                || type instanceof Type.DmaArray
                || type instanceof Type.DmaBytes) {
            return parts.deviceAccess().call(receiver, e, use);
        }
        if (!(type instanceof Type.Foreign foreign)) {
            return parts.calls().unknown(e, "method", TypeText.plain(type) + "." + e.name(), List.of());
        }
        DslType declared = code.world().dsl().find(foreign.name()).orElseThrow();
        DslMethod method = find(declared, e, false);
        if (method == null) {
            parts.calls().refusedArguments(e.arguments());
            return new Expr.Erroneous(e.span());
        }
        if (method.cFunction().isEmpty() && method.cField().isEmpty()) {
            return parts.binds().lower(receiver, method, e, use);
        }
        List<Expr> operands = parts.calls().withReceiver(receiver, e.arguments());
        List<Expr> fitted = fitted(method, operands.subList(1, operands.size()), e);
        if (fitted == null) {
            return new Expr.Erroneous(e.span());
        }
        if (method.cField().isPresent()) {
            ForeignFunction field = new ForeignFunction(
                    method.name(), "." + method.cField().get(), true, List.of(), method.result(), false, true, false, Set.of(), Set.of());
            return new Expr.ForeignPure(field, List.of(operands.get(0)), method.result(), e.span());
        }
        return foreign(method, Optional.of(operands.get(0)), fitted, e, use);
    }

    /** The method of that name and number of arguments; null where there is none, which is reported. */
    DslMethod find(DslType type, Expression.Call e, boolean isStatic) {
        List<DslMethod> named = type.methods(e.name());
        if (named.isEmpty()) {
            unknown(type, e);
            return null;
        }
        for (DslMethod method : named) {
            if (method.parameters().size() == e.arguments().size() && method.isStatic() == isStatic) {
                return method;
            }
        }
        code.findings()
                .mismatch(
                        e.span(),
                        "`" + type.simpleName() + "." + e.name() + "` takes "
                                + named.get(0).parameters().size() + " arguments, and "
                                + e.arguments().size() + " are given",
                        "See the dsl's documentation of `" + type.simpleName() + "`.");
        return null;
    }

    private Expr unknown(DslType type, Expression.Call e) {
        code.findings().unknown(e.nameSpan(), "method", type.simpleName() + "." + e.name(), type.methodNames());
        return new Expr.Erroneous(e.span());
    }

    /** The arguments as the dsl's parameters need them; null where something was reported. */
    List<Expr> fitted(DslMethod method, List<Expr> arguments, Expression.Call e) {
        List<Expr> fitted = new ArrayList<>();
        boolean erroneous = false;
        for (int i = 0; i < arguments.size(); i++) {
            DslMethod.DslParameter parameter = method.parameters().get(i);
            Expr argument = parts.coercion().to(parameter.type(), arguments.get(i), "argument " + (i + 1));
            erroneous |= argument.type() instanceof Type.Erroneous;
            fitted.add(argument);
        }
        return erroneous ? null : fitted;
    }

    private static Set<Integer> moved(DslMethod method) {
        Set<Integer> positions = new TreeSet<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            if (method.parameters().get(i).moves()) {
                positions.add(i);
            }
        }
        return positions;
    }

    private Expr foreign(
            DslMethod method, Optional<Expr> receiver, List<Expr> arguments, Expression.Call e, CallUse use) {
        if (method.throwing()) {
            code.mayThrow(e.span(), "`" + e.name() + "`");
        }
        boolean hasResult = !(method.result() instanceof Type.Void);
        ForeignFunction function = new ForeignFunction(
                method.name(),
                method.cFunction().orElseThrow(),
                receiver.isPresent(),
                method.parameters().stream().map(DslMethod.DslParameter::type).toList(),
                method.result(),
                method.throwing(),
                hasResult && !method.discardable(),
                method.movesReceiver(),
                moved(method),
                method.errors());
        if (!hasResult || use.ignored()) {
            code.add(new Stmt.ForeignCall(Optional.empty(), function, receiver, arguments, hasResult, e.span()));
            return new Expr.Const(java.math.BigInteger.ZERO, method.result(), e.span());
        }
        return code.effect(
                method.result(),
                Hints.ofCall(method.name(), method.result()),
                use.to(),
                e.span(),
                local -> new Stmt.ForeignCall(Optional.of(local), function, receiver, arguments, false, e.span()));
    }
}
