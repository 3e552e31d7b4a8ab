// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeName;

/** Lowers throw and try: catch, finally, and resources, which are closed in reverse order on every way out. */
final class Tries {
    private final Code code;
    private final MethodParts parts;

    Tries(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** {@code throw new DriverException(reason);} or {@code throw e;}. */
    void thrown(Statement.Throw s) {
        Optional<Local> caught = parts.variables().exception(s.exception());
        Expr errno;
        if (caught.isPresent()) {
            errno = new Expr.ErrnoOf(
                    caught.get(), new Type.Errno(), s.exception().span());
        } else if (s.exception() instanceof Expression.New made && isException(made.type())) {
            if (made.arguments().size() != 1) {
                code.findings()
                        .mismatch(
                                made.span(),
                                "an exception has one reason",
                                "Write `new DriverException(Errno.EIO)`, with the reason that fits.");
                return;
            }
            errno = parts.expressions().lower(made.arguments().get(0), new Type.Errno(), "the reason");
        } else {
            code.findings()
                    .outside(
                            s.exception().span(),
                            "throwing something else than a DriverException",
                            "Write `throw new DriverException(Errno.EIO);`, with the reason that fits.");
            return;
        }
        code.mayThrow(s.span(), "this");
        if (!(errno.type() instanceof Type.Erroneous)) {
            code.add(new Stmt.Throw(errno, s.span()));
        }
    }

    private boolean isException(TypeName name) {
        return code.world()
                .names(code.owner())
                .type(name.name())
                .filter(Creation::isException)
                .isPresent();
    }

    /** {@code e.errno()}. */
    Expr exceptionCall(Local exception, Expression.Call e) {
        if (!e.name().equals("errno") || !e.arguments().isEmpty()) {
            return parts.calls().unknown(e, "method", "DriverException." + e.name(), List.of("errno"));
        }
        return new Expr.ErrnoOf(exception, new Type.Errno(), e.span());
    }

    void lower(Statement.Try s) {
        boolean catches = !s.catches().isEmpty();
        List<Stmt> body = catches ? code.catchingBlock(() -> resources(s, 0)) : code.block(() -> resources(s, 0));
        if (!catches && s.finallyBlock().isEmpty()) {
            body.forEach(code::add);
            return;
        }
        if (s.catches().size() > 1) {
            code.findings()
                    .outside(
                            s.catches().get(1).span(),
                            "a second catch clause",
                            "Catch DriverException once, and ask for its reason.");
        }
        Optional<Local> exception = Optional.empty();
        Optional<List<Stmt>> handler = Optional.empty();
        if (catches) {
            Statement.CatchClause clause = s.catches().get(0);
            checkCaught(clause);
            Local[] bound = new Local[1];
            handler = Optional.of(code.block(() -> {
                bound[0] = code.variable(clause.name(), new Type.Errno(), clause.nameSpan());
                parts.variables().exception(bound[0]);
                parts.statements().lower(clause.body().statements());
            }));
            exception = Optional.of(bound[0]);
        }
        List<Stmt> cleanup = s.finallyBlock()
                .map(block -> code.cleanupBlock(() -> parts.statements().lower(block.statements())))
                .orElse(List.of());
        code.add(new Stmt.Try(body, exception, handler, cleanup, s.span()));
    }

    private void checkCaught(Statement.CatchClause clause) {
        if (clause.types().size() != 1 || !isException(clause.types().get(0))) {
            code.findings()
                    .outside(
                            clause.types().get(0).span(),
                            "catching something else than a DriverException",
                            "Write `catch (DriverException " + clause.name() + ")`.");
        }
    }

    /** The resources from {@code next} on, each with all that follows inside its own try, then the body. */
    private void resources(Statement.Try s, int next) {
        if (next == s.resources().size()) {
            parts.statements().lower(s.body().statements());
            return;
        }
        Statement.Resource resource = s.resources().get(next);
        Expr held;
        if (resource.declaration().isPresent()) {
            Statement.LocalVariable declaration = resource.declaration().get();
            parts.statements().lower(declaration);
            held = parts.variables()
                    .find(declaration.declarators().get(0).name(), resource.span())
                    .orElse(new Expr.Erroneous(resource.span()));
        } else {
            held = parts.expressions().lower(resource.existing().orElseThrow());
        }
        List<Stmt> body = code.block(() -> resources(s, next + 1));
        List<Stmt> cleanup = code.cleanupBlock(() -> close(held, resource.span()));
        code.add(new Stmt.Try(body, Optional.empty(), Optional.empty(), cleanup, resource.span()));
    }

    private void close(Expr held, Span at) {
        if (held.type() instanceof Type.Erroneous) {
            return;
        }
        Optional<MethodSymbol> close = code.world()
                .sources()
                .find(TypeText.name(held.type()))
                .flatMap(t -> code.world().members(t).methods("close").stream()
                        .filter(m -> m.parameters().isEmpty() && m.kind() == MethodDecl.Kind.INSTANCE)
                        .findFirst());
        if (close.isEmpty()) {
            code.findings()
                    .mismatch(
                            at,
                            TypeText.of(held.type()) + " has no method `close()`",
                            "Implement AutoCloseable, or release it in `finally`.");
            return;
        }
        if (close.get().throwing()) {
            code.mayThrow(at, "`close`");
        }
        Type result = close.get().result();
        boolean ignored = !(result instanceof Type.Void);
        code.add(new Stmt.Call(
                Optional.empty(), close.get().key(), Optional.of(held), new ArrayList<>(), result, ignored, at));
    }
}
