// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;

/** Lowers switches, for their effect and for their value. */
final class Switches {
    /** Where the values of a switch expression go; the local is made for the first value. */
    private static final class Result {
        private final Optional<Destination> to;
        private Local local;
        private boolean erroneous;

        Result(Optional<Destination> to) {
            this.to = to;
        }
    }

    private final Code code;
    private final MethodParts parts;
    private final Deque<Result> results = new ArrayDeque<>();

    Switches(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    void statement(Statement.Switch s) {
        results.push(new Result(Optional.empty()));
        lower(s.subject(), s.cases(), s.span(), false).ifPresent(code::add);
        results.pop();
    }

    /** A switch for its value. */
    Expr value(Expression.Switch s, Optional<Destination> to) {
        Result result = new Result(to);
        results.push(result);
        Optional<Stmt.Switch> lowered = lower(s.subject(), s.cases(), s.span(), true);
        results.pop();
        if (lowered.isEmpty() || result.erroneous || result.local == null) {
            return new Expr.Erroneous(s.span());
        }
        boolean assigns = result.to.isPresent()
                && !result.to.get().declares()
                && result.to.get().local().equals(Optional.of(result.local));
        if (!assigns) {
            code.add(new Stmt.Declare(result.local, Optional.empty(), s.span()));
        }
        code.add(lowered.get());
        return new Expr.Get(result.local, result.local.type(), s.span());
    }

    /** {@code yield value;}. */
    void yield(Statement.Yield s) {
        Expr value = parts.expressions().lower(s.value());
        Result result = results.peek();
        if (result == null || value.type() instanceof Type.Erroneous) {
            if (result != null) {
                result.erroneous = true;
            }
            return;
        }
        if (result.local == null) {
            result.local = result.to
                    .flatMap(Destination::local)
                    .filter(l -> parts.coercion().fits(value.type(), l.type()))
                    .orElseGet(() -> code.temporary("chosen", carrier(value.type()), s.span()));
        }
        Expr fitted = parts.coercion().to(result.local.type(), value, "the value");
        code.add(new Stmt.Assign(result.local, fitted, s.span()));
    }

    private static Type carrier(Type type) {
        return type instanceof Type.Int number
                ? new Type.Int(
                        number.java(),
                        Coercion.isU64(number) ? number.range() : number.java().range(),
                        number.bits(),
                        number.kinds(),
                        List.of())
                : type;
    }

    private Optional<Stmt.Switch> lower(Expression subject, List<SwitchCase> cases, Span span, boolean isValue) {
        Expr on = parts.expressions().lower(subject);
        boolean fits = on.type() instanceof Type.Int n && n.java() != Type.Java.LONG
                || on.type() instanceof Type.Enum
                || on.type() instanceof Type.Errno;
        if (!fits && !(on.type() instanceof Type.Erroneous)) {
            code.findings()
                    .mismatch(
                            subject.span(),
                            "a switch on " + TypeText.of(on.type()),
                            "Switch on an int, an enum or an Errno.");
        }
        List<Stmt.Case> lowered = new ArrayList<>();
        Optional<List<Stmt>> otherwise = Optional.empty();
        Map<Object, Span> seen = new HashMap<>();
        List<Expression> pending = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            SwitchCase one = cases.get(i);
            pending.addAll(one.values());
            boolean shares = !one.arrow()
                    && one.body().stream().allMatch(s -> s instanceof Statement.Remark)
                    && i + 1 < cases.size();
            if (shares && !one.isDefault()) {
                continue;
            }
            if (shares) {
                code.findings()
                        .outside(
                                one.labelSpan(),
                                "`default` that shares its statements with a case",
                                "Write `default` last, alone.");
            }
            boolean last = i == cases.size() - 1;
            if (!one.arrow() && !last && Completion.canComplete(one.body(), true)) {
                code.findings()
                        .outside(
                                one.labelSpan(),
                                "a case that falls through to the next",
                                "End it with `break`, or use `->`.");
            }
            List<Expr> values = values(pending, on.type(), seen);
            pending = new ArrayList<>();
            List<Stmt> body = parts.loops()
                    .insideSwitch(() -> code.block(() -> parts.statements().lower(withoutLastBreak(one.body()))));
            if (one.isDefault()) {
                if (!values.isEmpty()) {
                    code.findings()
                            .outside(
                                    one.labelSpan(),
                                    "`default` among other labels",
                                    "Leave the other labels out: `default` has them too.");
                }
                otherwise = Optional.of(body);
            } else {
                lowered.add(new Stmt.Case(values, body, one.span()));
            }
        }
        if (isValue && otherwise.isEmpty() && !complete(on.type(), seen)) {
            code.findings().mismatch(span, "the switch has no value for some of the cases", "Add `default`.");
        } else if (isValue && otherwise.isEmpty() && !lowered.isEmpty()) {
            // All constants are there: what is none of the others is the last, and C sees that the variable always gets
            // a value.
            otherwise = Optional.of(lowered.remove(lowered.size() - 1).body());
        }
        return on.type() instanceof Type.Erroneous || !fits
                ? Optional.empty()
                : Optional.of(new Stmt.Switch(on, lowered, otherwise, span));
    }

    private boolean complete(Type type, Map<Object, Span> seen) {
        return type instanceof Type.Erroneous
                || type instanceof Type.Enum e
                        && seen.size()
                                == code.world()
                                        .members(e.name())
                                        .enumConstants()
                                        .size();
    }

    private static List<Statement> withoutLastBreak(List<Statement> body) {
        int end = body.size();
        while (end > 0 && body.get(end - 1) instanceof Statement.Remark) {
            end--;
        }
        if (end > 0
                && body.get(end - 1) instanceof Statement.Break jump
                && jump.label().isEmpty()) {
            List<Statement> kept = new ArrayList<>(body);
            kept.remove(end - 1);
            return kept;
        }
        if (body.size() == 1 && body.get(0) instanceof Statement.Block block) {
            return withoutLastBreak(block.statements());
        }
        return body;
    }

    private List<Expr> values(List<Expression> labels, Type type, Map<Object, Span> seen) {
        List<Expr> values = new ArrayList<>();
        for (Expression label : labels) {
            Expr value = value(label, type);
            Object key = key(value);
            Span first = key == null ? null : seen.putIfAbsent(key, label.span());
            if (first != null) {
                code.findings().duplicate(label.span(), "case", label.span().text(), first);
            }
            values.add(value);
        }
        return values;
    }

    private Expr value(Expression label, Type type) {
        if (type instanceof Type.Erroneous) {
            return new Expr.Erroneous(label.span());
        }
        if (label instanceof Expression.Name name && !(type instanceof Type.Int)) {
            SourceType declared = type instanceof Type.Enum e
                    ? code.world().sources().find(e.name()).orElseThrow()
                    : null;
            Optional<Expr> constant = declared != null
                    ? parts.variables().constant(declared, name.identifier(), name.span())
                    : code.world()
                            .dsl()
                            .find("vireo.dsl.Errno")
                            .filter(t -> t.hasEnumConstant(name.identifier()))
                            .map(t -> new Expr.ErrnoConst(name.identifier(), type, name.span()));
            if (constant.isEmpty()) {
                List<String> names = declared != null
                        ? code.world().members(declared).enumConstants().stream()
                                .map(c -> c.name())
                                .toList()
                        : code.world()
                                .constantNames(new TypeSymbol.Dsl(code.world()
                                        .dsl()
                                        .find("vireo.dsl.Errno")
                                        .orElseThrow()));
                code.findings().unknown(name.span(), "constant", name.identifier(), names);
            }
            return constant.orElseGet(() -> new Expr.Erroneous(label.span()));
        }
        Expr value = parts.expressions().lower(label, type, "the label");
        boolean constant = value instanceof Expr.Const
                || value instanceof Expr.NamedConst
                || value instanceof Expr.EnumConst
                || value instanceof Expr.ErrnoConst;
        if (!constant && !(value.type() instanceof Type.Erroneous)) {
            return code.world()
                    .constants()
                    .evaluate(label, code.owner())
                    .<Expr>map(v -> Operators.constant(v.value().longValue(), Type.Java.INT, label.span()))
                    .orElseGet(() -> new Expr.Erroneous(label.span()));
        }
        return value;
    }

    private static Object key(Expr value) {
        if (value instanceof Expr.Const c) {
            return c.value();
        }
        if (value instanceof Expr.NamedConst c) {
            BigInteger number = c.value();
            return number;
        }
        if (value instanceof Expr.EnumConst c) {
            return c.name();
        }
        return value instanceof Expr.ErrnoConst c ? c.name() : null;
    }
}
