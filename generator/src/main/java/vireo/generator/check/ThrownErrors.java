// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/**
 * The errors that each method may fail with: what it throws, what it calls fails with, less what it catches. An interface's method fails
 * with what any of its implementations fails with.
 */
final class ThrownErrors {
    /** Rounds are bounded by the height of the call graph; recursion is refused elsewhere and would end here all the same. */
    private static final int MAX_ROUNDS = 64;

    private final Program program;
    private final CallGraph calls;
    private final Map<String, ErrorSet> thrown = new HashMap<>();
    private final Map<String, ErrorSet> returned = new HashMap<>();
    private final Map<FieldDecl, ErrorSet> stored = new HashMap<>();

    ThrownErrors(Program program, CallGraph calls) {
        this.program = program;
        this.calls = calls;
        boolean changed = true;
        for (int round = 0; changed && round < MAX_ROUNDS; round++) {
            changed = false;
            for (MethodDecl method : calls.methods()) {
                changed |= update(method);
            }
        }
    }

    /** What a method, of a class or an interface, may fail with. */
    ErrorSet of(String key) {
        return thrown.getOrDefault(key, new ErrorSet());
    }

    private boolean update(MethodDecl method) {
        ErrorSet found = new ErrorSet();
        if (method.body().isPresent()) {
            Walk walk = new Walk(method);
            found = walk.list(method.body().get(), Map.of());
            ErrorSet before = returned.getOrDefault(method.key(), new ErrorSet());
            if (!walk.result.sameAs(before)) {
                returned.put(method.key(), walk.result);
                thrown.put(method.key(), found);
                return true;
            }
        } else {
            for (MethodDecl implementation : calls.targets(method.key())) {
                found.addCalled(of(implementation.key()), implementation.key(), implementation.span());
            }
        }
        boolean changed = !found.sameAs(of(method.key()));
        thrown.put(method.key(), found);
        return changed;
    }

    /** One method, from its first statement to its last. */
    private final class Walk {
        private final MethodDecl method;
        private final Map<Local, ErrorSet> locals = new HashMap<>();
        private final ErrorSet result = new ErrorSet();

        Walk(MethodDecl method) {
            this.method = method;
            for (int i = 0; i < method.parameters().size(); i++) {
                locals.put(method.parameters().get(i), ErrorSet.of(ErrorSet.argument(i), method.parameters().get(i).span()));
            }
            // What a variable may hold does not depend on where: assignments first.
            method.body().ifPresent(this::assignments);
        }

        private void assignments(List<Stmt> body) {
            for (Stmt statement : body) {
                if (statement instanceof Stmt.Declare s && s.value().isPresent() && s.local().type() instanceof Type.Errno) {
                    hold(s.local(), s.value().get());
                } else if (statement instanceof Stmt.Assign s && s.local().type() instanceof Type.Errno) {
                    hold(s.local(), s.value());
                } else if (statement instanceof Stmt.Call s && s.result().filter(r -> r.type() instanceof Type.Errno).isPresent()) {
                    ErrorSet values = new ErrorSet();
                    for (MethodDecl callee : calls.targets(s.method())) {
                        substitute(returned.getOrDefault(callee.key(), new ErrorSet()), callee.key(), s.arguments(), s, Map.of(), values);
                    }
                    locals.computeIfAbsent(s.result().get(), l -> new ErrorSet()).addAll(values);
                }
                statement.inside().forEach(this::assignments);
            }
        }

        private void hold(Local local, Expr value) {
            ErrorSet values = values(value, Map.of());
            locals.computeIfAbsent(local, l -> new ErrorSet()).addAll(values);
        }

        ErrorSet list(List<Stmt> body, Map<Local, ErrorSet> caught) {
            ErrorSet found = new ErrorSet();
            Map<Local, ErrorSet> known = caught;
            for (Stmt statement : body) {
                found.addAll(one(statement, known));
                if (statement instanceof Stmt.If choice) {
                    if (ends(choice.then())) {
                        known = assuming(choice.condition(), false, known);
                    } else if (ends(choice.otherwise())) {
                        known = assuming(choice.condition(), true, known);
                    }
                }
            }
            return found;
        }

        private static boolean ends(List<Stmt> body) {
            Stmt last = body.isEmpty() ? null : body.get(body.size() - 1);
            return last instanceof Stmt.Throw || last instanceof Stmt.Return || last instanceof Stmt.Break || last instanceof Stmt.Continue
                    || last instanceof Stmt.Block block && ends(block.body());
        }

        private ErrorSet one(Stmt statement, Map<Local, ErrorSet> caught) {
            ErrorSet found = new ErrorSet();
            if (statement instanceof Stmt.Throw s) {
                ErrorSet values = values(s.errno(), caught);
                values.names().forEach(name -> found.add(name, s.errno() instanceof Expr.ErrnoConst
                        ? new ErrorSet.Origin(s.span(), Optional.empty(), true)
                        : values.origin(name)));
            } else if (statement instanceof Stmt.ForeignCall s && s.function().throwing()) {
                Set<String> errors = s.function().errors().isEmpty() ? Set.of(ErrorSet.UNKNOWN) : s.function().errors();
                errors.forEach(name -> found.add(name, new ErrorSet.Origin(s.span(), Optional.empty(), true)));
            } else if (statement instanceof Stmt.Bind s) {
                bound(s, found);
            } else if (statement instanceof Stmt.Call s) {
                called(s.method(), s.arguments(), s, caught, found);
            } else if (statement instanceof Stmt.New s) {
                found.add("ENOMEM", new ErrorSet.Origin(s.span(), Optional.empty(), true));
                called(s.constructor(), s.arguments(), s, caught, found);
            } else if (statement instanceof Stmt.Embed s) {
                called(s.constructor(), s.arguments(), s, caught, found);
            } else if (statement instanceof Stmt.SetField s && s.field().type() instanceof Type.Errno) {
                ErrorSet values = values(s.value(), caught);
                ErrorSet whole = stored.computeIfAbsent(s.field(), f -> new ErrorSet());
                values.names().forEach(name -> whole.add(ErrorSet.position(name) < 0 ? name : ErrorSet.UNKNOWN, values.origin(name)));
            } else if (statement instanceof Stmt.Return s && method.result() instanceof Type.Errno && s.value().isPresent()) {
                result.addAll(values(s.value().get(), caught));
            } else if (statement instanceof Stmt.Try s) {
                tried(s, caught, found);
            } else if (statement instanceof Stmt.If s) {
                found.addAll(list(s.then(), assuming(s.condition(), true, caught)));
                found.addAll(list(s.otherwise(), assuming(s.condition(), false, caught)));
            } else if (statement instanceof Stmt.Switch s) {
                choice(s, caught, found);
            } else {
                statement.inside().forEach(body -> found.addAll(list(body, caught)));
            }
            return found;
        }

        /** A view at a fixed place may well always fit, which is not worked out here: its errors may be documented, or not. */
        private static void bound(Stmt.Bind s, ErrorSet found) {
            ErrorSet.Origin origin = new ErrorSet.Origin(s.span(), Optional.empty(), !isConstant(s.offset()));
            found.add("ERANGE", origin);
            if (!(s.result().type() instanceof Type.DmaBytes)) {
                found.add("EINVAL", origin);
            }
        }

        private static boolean isConstant(Expr e) {
            if (e instanceof Expr.Convert c) {
                return isConstant(c.operand());
            }
            return e instanceof Expr.Binary b ? isConstant(b.left()) && isConstant(b.right()) : e instanceof Expr.Const || e instanceof Expr.NamedConst;
        }

        private void tried(Stmt.Try s, Map<Local, ErrorSet> caught, ErrorSet found) {
            ErrorSet body = list(s.body(), caught);
            if (s.handler().isEmpty()) {
                found.addAll(body);
            } else if (!body.isEmpty()) {
                Map<Local, ErrorSet> inside = new HashMap<>(caught);
                s.exception().ifPresent(e -> inside.put(e, body));
                found.addAll(list(s.handler().get(), inside));
            }
            found.addAll(list(s.cleanup(), caught));
        }

        private void choice(Stmt.Switch s, Map<Local, ErrorSet> caught, ErrorSet found) {
            Optional<Local> subject = exception(s.subject(), caught);
            Set<String> named = new java.util.HashSet<>();
            for (Stmt.Case one : s.cases()) {
                Set<String> own = new java.util.HashSet<>();
                one.values().forEach(v -> {
                    if (v instanceof Expr.ErrnoConst c) {
                        own.add(c.name());
                    }
                });
                named.addAll(own);
                found.addAll(list(one.body(), subject.map(e -> narrowed(caught, e, n -> own.contains(n) || !isName(n))).orElse(caught)));
            }
            s.otherwise().ifPresent(body ->
                    found.addAll(list(body, subject.map(e -> narrowed(caught, e, n -> !named.contains(n))).orElse(caught))));
        }

        private void called(String key, List<Expr> arguments, Stmt at, Map<Local, ErrorSet> caught, ErrorSet found) {
            // An interface without an implementation in the program fails with what its documentation says; nobody asks here.
            for (MethodDecl callee : calls.targets(key)) {
                substitute(of(callee.key()), callee.key(), arguments, at, caught, found);
            }
        }

        private void substitute(
                ErrorSet errors, String callee, List<Expr> arguments, Stmt at, Map<Local, ErrorSet> caught, ErrorSet found) {
            found.addCalled(errors.only(name -> ErrorSet.position(name) < 0), callee, at.span());
            errors.names().stream().mapToInt(ErrorSet::position).filter(p -> p >= 0).forEach(p -> {
                ErrorSet passed = p < arguments.size() ? values(arguments.get(p), caught) : ErrorSet.of(ErrorSet.UNKNOWN, at.span());
                passed.names().forEach(name -> found.add(name, new ErrorSet.Origin(at.span(), Optional.of(callee), true)));
            });
        }

        /** The errors that an expression of type Errno may be. */
        private ErrorSet values(Expr e, Map<Local, ErrorSet> caught) {
            if (e instanceof Expr.ErrnoConst c) {
                return ErrorSet.of(c.name(), c.span());
            }
            Local local = e instanceof Expr.ErrnoOf of ? of.exception() : e instanceof Expr.Get get ? get.local() : null;
            if (local != null && caught.containsKey(local)) {
                return caught.get(local);
            }
            if (local != null && locals.containsKey(local)) {
                return locals.get(local);
            }
            if (e instanceof Expr.Conditional choice) {
                ErrorSet both = new ErrorSet();
                both.addAll(values(choice.yes(), caught));
                both.addAll(values(choice.no(), caught));
                return both;
            }
            if (e instanceof Expr.Field field && isClassField(field.field()) && stored.containsKey(field.field())) {
                return stored.get(field.field());
            }
            return ErrorSet.of(ErrorSet.UNKNOWN, e.span());
        }

        private boolean isClassField(FieldDecl field) {
            return program.type(field.owner()).filter(TypeDecl.ClassDecl.class::isInstance).isPresent();
        }

        /** What is known of caught errors where a condition is true, or false. */
        private Map<Local, ErrorSet> assuming(Expr condition, boolean holds, Map<Local, ErrorSet> caught) {
            if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
                return assuming(not.operand(), !holds, caught);
            }
            if (!(condition instanceof Expr.Binary b)) {
                return caught;
            }
            if (b.op() == (holds ? Expr.BinaryOp.AND : Expr.BinaryOp.OR)) {
                return assuming(b.right(), holds, assuming(b.left(), holds, caught));
            }
            boolean equal = b.op() == Expr.BinaryOp.EQ;
            if (!equal && b.op() != Expr.BinaryOp.NE) {
                return caught;
            }
            Expr constant = b.left() instanceof Expr.ErrnoConst ? b.left() : b.right();
            Optional<Local> exception = exception(constant == b.left() ? b.right() : b.left(), caught);
            if (!(constant instanceof Expr.ErrnoConst c) || exception.isEmpty()) {
                return caught;
            }
            return narrowed(caught, exception.get(), equal == holds ? n -> n.equals(c.name()) || !isName(n) : n -> !n.equals(c.name()));
        }

        private static boolean isName(String error) {
            return ErrorSet.position(error) < 0 && !error.equals(ErrorSet.UNKNOWN);
        }

        private static Optional<Local> exception(Expr e, Map<Local, ErrorSet> caught) {
            Local local = e instanceof Expr.ErrnoOf of ? of.exception() : e instanceof Expr.Get get ? get.local() : null;
            return Optional.ofNullable(local).filter(caught::containsKey);
        }

        private static Map<Local, ErrorSet> narrowed(
                Map<Local, ErrorSet> caught, Local exception, java.util.function.Predicate<String> wanted) {
            Map<Local, ErrorSet> narrower = new HashMap<>(caught);
            narrower.put(exception, caught.get(exception).only(wanted));
            return narrower;
        }
    }
}
