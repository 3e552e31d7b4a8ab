// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What methods mean to the device, by their own annotations and by those of the interface methods that they implement. */
public final class Meanings {
    private final CallGraph calls;
    private final Map<String, Protocol> inherited = new HashMap<>();
    private final Set<String> status = new HashSet<>();
    private final Map<String, Places> places = new HashMap<>();
    private final Map<String, Map<Local, List<Stmt>>> definitions = new HashMap<>();

    public Meanings(CallGraph calls) {
        this.calls = calls;
        calls.implementations().forEach((key, implementing) -> {
            Protocol declared = calls.program().method(key).map(MethodDecl::protocol).orElse(Protocol.NONE);
            implementing.forEach(m -> inherited.merge(m.key(), declared, Protocol::and));
        });
        for (MethodDecl method : calls.methods()) {
            if (of(method).says()) {
                method.body().ifPresent(body -> Statements.walk(body, s -> {
                    if (s instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref) {
                        status.add(name(ref.register()));
                    }
                }));
            }
        }
    }

    /** Whether the device's status is read from the register. */
    public boolean isStatus(RegisterDecl register) {
        return isStatus(name(register));
    }

    boolean isStatus(String register) {
        return status.contains(register);
    }

    static String name(RegisterDecl register) {
        return register.owner() + "." + register.name();
    }

    public Protocol of(MethodDecl method) {
        return method.protocol().and(inherited.getOrDefault(method.key(), Protocol.NONE));
    }

    /** What the called method means; nothing where the statement calls none. */
    public Protocol of(Stmt statement) {
        return CallGraph.target(statement).flatMap(calls.program()::method).map(this::of).orElse(Protocol.NONE);
    }

    /** Whether a type has methods that read or write the status of a device, or stop it. */
    public boolean isDevice(Type type) {
        return Devices.name(type).flatMap(calls.program()::type).filter(t -> Program.methodsOf(t).stream().map(this::of)
                .anyMatch(p -> p.says() || p.tells() || p.quiesces() && !p.keeps())).isPresent();
    }

    /** The statement that gives a variable its only value. */
    public Optional<Stmt> definition(MethodDecl method, Local local) {
        List<Stmt> own = definitions(method, local);
        // A parameter has the caller's value besides.
        return own.size() == 1 && !method.parameters().contains(local) ? Optional.of(own.get(0)) : Optional.empty();
    }

    /** All statements that give a variable a value. */
    public List<Stmt> definitions(MethodDecl method, Local local) {
        Map<Local, List<Stmt>> all = definitions.computeIfAbsent(method.key(), key -> {
            Map<Local, List<Stmt>> found = new HashMap<>();
            method.body().ifPresent(body -> Statements.walk(body, s -> Statements.assigned(s)
                    .ifPresent(l -> found.computeIfAbsent(l, any -> new ArrayList<>()).add(s))));
            return found;
        });
        return all.getOrDefault(local, List.of());
    }

    /** The expression that a variable was given, where it has one value for its whole life. */
    public Expr seen(MethodDecl method, Expr e) {
        if (e instanceof Expr.Convert convert) {
            return seen(method, convert.operand());
        }
        if (e instanceof Expr.Get get) {
            Optional<Expr> value = definition(method, get.local()).flatMap(s -> s instanceof Stmt.Declare d ? d.value()
                    : s instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty());
            if (value.isPresent()) {
                return seen(method, value.get());
            }
        }
        return e;
    }

    /** The call whose result the expression is. */
    public Optional<Protocol> call(MethodDecl method, Expr e) {
        return seen(method, e) instanceof Expr.Get get
                ? definition(method, get.local()).filter(Stmt.Call.class::isInstance).map(this::of)
                : Optional.empty();
    }

    /** The number that an expression always is. */
    public Optional<Long> constant(MethodDecl method, Expr e) {
        Expr seen = seen(method, e);
        if (seen instanceof Expr.Const c) {
            return Optional.of(c.value().longValue());
        }
        if (seen instanceof Expr.NamedConst c) {
            return Optional.of(c.value().longValue());
        }
        if (seen instanceof Expr.Binary b && b.op() == Expr.BinaryOp.BIT_OR) {
            return constant(method, b.left()).flatMap(l -> constant(method, b.right()).map(r -> l | r));
        }
        return Optional.empty();
    }

    /** The field that a call of a getter gives; empty where the statement does more than that. */
    public Optional<Expr> getter(Stmt statement) {
        if (!(statement instanceof Stmt.Call call) || call.receiver().isEmpty()) {
            return Optional.empty();
        }
        List<MethodDecl> targets = calls.targets(call.method());
        List<Stmt> body = targets.size() == 1 ? targets.get(0).body().orElse(List.of()) : List.of();
        return body.stream().filter(s -> !(s instanceof Stmt.Comment)).count() == 1
                && body.get(body.size() - 1) instanceof Stmt.Return end && end.value().isPresent()
                && end.value().get() instanceof Expr.Field field && field.object() instanceof Expr.This
                ? Optional.of(new Expr.Field(call.receiver().get(), field.field(), field.type(), call.span()))
                : Optional.empty();
    }

    /** The places of a method's expressions, seen through getters. */
    public Places places(MethodDecl method) {
        return places.computeIfAbsent(method.key(), key -> new Places(method, this::getter));
    }

    static boolean isZero(Expr e) {
        return e instanceof Expr.Const c && c.value().equals(BigInteger.ZERO);
    }
}
