// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers calls of the driver's own methods: picks the overload, fits the arguments, states the result in the caller's terms. */
final class DriverCalls {
    private final Code code;
    private final MethodParts parts;

    DriverCalls(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** A call by simple name. */
    Expr onSelf(List<MethodSymbol> candidates, Expression.Call e, CallUse use) {
        List<Expr> arguments = parts.calls().lowerArguments(e.arguments());
        MethodSymbol method = choose(candidates, arguments, e);
        if (method == null) {
            return new Expr.Erroneous(e.span());
        }
        if (!method.isInstance()) {
            return call(method, Optional.empty(), arguments, e, use);
        }
        Expr self = parts.variables().self(e.nameSpan());
        return self instanceof Expr.Erroneous ? self : call(method, Optional.of(self), arguments, e, use);
    }

    /** {@code Type.method(...)}. */
    Expr onType(List<MethodSymbol> candidates, Expression.Call e, CallUse use) {
        List<Expr> arguments = parts.calls().lowerArguments(e.arguments());
        MethodSymbol method = choose(candidates, arguments, e);
        if (method == null) {
            return new Expr.Erroneous(e.span());
        }
        if (method.isInstance()) {
            code.findings()
                    .mismatch(
                            e.nameSpan(),
                            "`" + e.name() + "` needs an object of `"
                                    + method.owner().simpleName() + "`",
                            "Call it on an object.");
            return new Expr.Erroneous(e.span());
        }
        return call(method, Optional.empty(), arguments, e, use);
    }

    /** {@code object.method(...)}. */
    Expr onReceiver(List<MethodSymbol> candidates, Expr receiver, Expression.Call e, CallUse use) {
        List<Expr> operands = parts.calls().withReceiver(receiver, e.arguments());
        List<Expr> arguments = operands.subList(1, operands.size());
        MethodSymbol method = choose(candidates, arguments, e);
        if (method == null) {
            return new Expr.Erroneous(e.span());
        }
        if (!method.isInstance()) {
            code.findings()
                    .mismatch(
                            e.nameSpan(),
                            "`" + e.name() + "` is static",
                            "Call it as `" + method.owner().simpleName() + "." + e.name() + "(...)`.");
            return new Expr.Erroneous(e.span());
        }
        return call(method, Optional.of(operands.get(0)), arguments, e, use);
    }

    private MethodSymbol choose(List<MethodSymbol> candidates, List<Expr> arguments, Expression.Call e) {
        List<MethodSymbol> counted = candidates.stream()
                .filter(m -> m.parameters().size() == arguments.size())
                .toList();
        if (counted.isEmpty()) {
            MethodSymbol near = candidates.get(0);
            code.findings()
                    .mismatch(
                            e.span(),
                            "`" + e.name() + "` takes "
                                    + counted(near.parameters().size()) + ", and " + arguments.size() + " are given",
                            "Call `" + near.signature() + "`.");
            return null;
        }
        if (counted.size() == 1) {
            return counted.get(0);
        }
        List<MethodSymbol> exact =
                counted.stream().filter(m -> matches(m, arguments, true)).toList();
        List<MethodSymbol> fitting = exact.isEmpty()
                ? counted.stream().filter(m -> matches(m, arguments, false)).toList()
                : exact;
        if (fitting.size() != 1) {
            code.findings()
                    .mismatch(
                            e.span(),
                            (fitting.isEmpty() ? "no" : "more than one") + " method `" + e.name()
                                    + "` takes these arguments",
                            "Cast the arguments, or give the methods different names.");
            return null;
        }
        return fitting.get(0);
    }

    private boolean matches(MethodSymbol method, List<Expr> arguments, boolean exactly) {
        for (int i = 0; i < arguments.size(); i++) {
            Type given = arguments.get(i).type();
            Type wanted = method.parameters().get(i).type();
            boolean same = TypeText.plain(given).equals(TypeText.plain(wanted)) || given instanceof Type.Erroneous;
            if (exactly ? !same : !parts.coercion().fits(given, wanted)) {
                return false;
            }
        }
        return true;
    }

    private static String counted(int n) {
        return n == 1 ? "1 argument" : n + " arguments";
    }

    /** The arguments as the parameters need them; null where something was reported. */
    List<Expr> fitted(MethodSymbol method, List<Expr> arguments, Span at) {
        if (arguments.size() != method.parameters().size()) {
            code.findings()
                    .mismatch(
                            at,
                            "`" + method.owner().simpleName() + "` takes "
                                    + counted(method.parameters().size()) + ", and " + arguments.size() + " are given",
                            "Give one argument a parameter.");
            return null;
        }
        List<Expr> fitted = new ArrayList<>();
        boolean erroneous = false;
        for (int i = 0; i < arguments.size(); i++) {
            Local parameter = method.parameters().get(i);
            Expr argument =
                    parts.coercion().to(parameter.type(), arguments.get(i), "argument `" + parameter.name() + "`");
            erroneous |= argument.type() instanceof Type.Erroneous || parameter.type() instanceof Type.Erroneous;
            fitted.add(argument);
        }
        return erroneous ? null : fitted;
    }

    private Expr call(MethodSymbol method, Optional<Expr> receiver, List<Expr> given, Expression.Call e, CallUse use) {
        if (method.isPrivate() && !method.owner().equals(code.owner())) {
            code.findings()
                    .mismatch(
                            e.nameSpan(),
                            "`" + e.name() + "` is private to `"
                                    + method.owner().simpleName() + "`",
                            "Make it public there, or call another method.");
            return new Expr.Erroneous(e.span());
        }
        List<Expr> arguments = fitted(method, given, e.span());
        if (arguments == null || method.result() instanceof Type.Erroneous) {
            return new Expr.Erroneous(e.span());
        }
        if (method.throwing()) {
            code.mayThrow(e.span(), "`" + e.name() + "`");
        }
        Type result = Substitution.of(receiver, method.parameters(), arguments).apply(method.result());
        boolean hasResult = !(result instanceof Type.Void);
        if (!hasResult || use.ignored()) {
            code.add(new Stmt.Call(Optional.empty(), method.key(), receiver, arguments, result, hasResult, e.span()));
            return new Expr.Const(java.math.BigInteger.ZERO, result, e.span());
        }
        return code.effect(
                result,
                Hints.ofCall(method.name(), result),
                use.to(),
                e.span(),
                local -> new Stmt.Call(Optional.of(local), method.key(), receiver, arguments, result, false, e.span()));
    }
}
