// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * States what holds of every program in the IR, and checks it. A failure is an error of the generator, not of the driver (VR999).
 *
 * <ul>
 *   <li>A local is declared once, before it is used, in a block that is still open.
 *   <li>Nothing is erroneous, and no expression has the type void.
 *   <li>Operands have the types that their operators take, in one carrier; conditions are booleans.
 *   <li>A value has the form of the place that it goes to.
 *   <li>Calls name methods that exist, with as many arguments as parameters; receivers are there where they are needed.
 *   <li>Jumps leave a loop or switch that surrounds them.
 * </ul>
 */
public final class IrVerifier {
    private final Program program;
    private final Diagnostics diagnostics;
    private final Deque<Set<Local>> scopes = new ArrayDeque<>();
    private final Set<Integer> ids = new HashSet<>();
    private final Deque<Optional<String>> loops = new ArrayDeque<>();
    private int breakable;
    private MethodDecl method;

    private IrVerifier(Program program, Diagnostics diagnostics) {
        this.program = program;
        this.diagnostics = diagnostics;
    }

    /** Checks the whole program. */
    public static void verify(Program program, Diagnostics diagnostics) {
        IrVerifier verifier = new IrVerifier(program, diagnostics);
        for (TypeDecl type : program.types()) {
            Program.methodsOf(type).forEach(verifier::method);
        }
    }

    private void method(MethodDecl checked) {
        method = checked;
        scopes.clear();
        ids.clear();
        loops.clear();
        breakable = 0;
        scopes.push(new HashSet<>());
        checked.parameters().forEach(p -> declare(p, checked.span()));
        checked.body().ifPresent(this::block);
    }

    private void block(List<Stmt> statements) {
        scopes.push(new HashSet<>());
        statements.forEach(this::statement);
        scopes.pop();
    }

    private void declare(Local local, Span at) {
        require(ids.add(local.id()), at, "local `" + local.name() + "` shares its id with another one");
        scopes.element().add(local);
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            loop(l);
            return;
        }
        StatementOperands.of(s).forEach(this::expression);
        if (s instanceof Stmt.Declare d) {
            d.value().ifPresent(v -> form(v, d.local().type(), d.span()));
            declare(d.local(), d.span());
        } else if (s instanceof Stmt.Assign a) {
            inScope(a.local(), a.span());
            form(a.value(), a.local().type(), a.span());
        } else if (s instanceof Stmt.SetField f) {
            form(f.value(), f.field().type(), f.span());
        } else if (s instanceof Stmt.SetElement x) {
            require(x.array().type() instanceof Type.Array, x.span(), "a store into an element of what is no array");
            if (x.array().type() instanceof Type.Array array) {
                form(x.value(), array.element(), x.span());
            }
        } else if (s instanceof Stmt.Call c) {
            call(c.method(), c.receiver(), c.arguments(), c.span());
        } else if (s instanceof Stmt.New n) {
            call(n.constructor(), Optional.empty(), n.arguments(), n.span());
        } else if (s instanceof Stmt.Embed n) {
            call(n.constructor(), Optional.empty(), n.arguments(), n.span());
        } else if (s instanceof Stmt.If i) {
            condition(i.condition());
            block(i.then());
            block(i.otherwise());
        } else if (s instanceof Stmt.Switch w) {
            breakable++;
            w.cases().forEach(c -> {
                c.values().forEach(this::expression);
                block(c.body());
            });
            w.otherwise().ifPresent(this::block);
            breakable--;
        } else if (s instanceof Stmt.Block b) {
            block(b.body());
        } else if (s instanceof Stmt.Try t) {
            attempt(t);
        } else if (s instanceof Stmt.Break b) {
            require(
                    b.label().isPresent() ? loops.contains(b.label()) : breakable > 0,
                    b.span(),
                    "a break that leaves nothing");
        } else if (s instanceof Stmt.Continue c) {
            require(
                    c.label().isPresent() ? loops.contains(c.label()) : !loops.isEmpty(),
                    c.span(),
                    "a continue outside of a loop");
        } else if (s instanceof Stmt.Return r) {
            require(
                    r.value().isPresent() == !(method.result() instanceof Type.Void),
                    r.span(),
                    "a return that does not fit its method");
            r.value().ifPresent(v -> form(v, method.result(), r.span()));
        } else if (s instanceof Stmt.Throw t) {
            require(t.errno().type() instanceof Type.Errno, t.span(), "a throw of what is no reason");
        } else {
            device(s);
        }
        s.effectResult().ifPresent(l -> inScope(l, s.span()));
    }

    private void device(Stmt s) {
        if (s instanceof Stmt.ReadRegister r) {
            require(r.register() instanceof Expr.RegisterRef, r.span(), "a register read of what is no register");
        } else if (s instanceof Stmt.WriteRegister w) {
            require(w.register() instanceof Expr.RegisterRef, w.span(), "a register write of what is no register");
        } else if (s instanceof Stmt.ReadCell r) {
            require(r.cell().type() instanceof Type.Cell, r.span(), "a load of what is no cell");
        } else if (s instanceof Stmt.WriteCell w) {
            require(w.cell().type() instanceof Type.Cell, w.span(), "a store into what is no cell");
        } else if (s instanceof Stmt.Bind b) {
            require(b.source().type() instanceof Type.Foreign, b.span(), "a bind to what is no memory");
        } else if (s instanceof Stmt.CopyBytes c) {
            require(c.dma().type() instanceof Type.DmaBytes, c.span(), "a copy that does not involve device memory");
            require(
                    c.array().isPresent() == (c.direction() != Stmt.Direction.ZERO),
                    c.span(),
                    "a copy without its array");
        }
    }

    private void loop(Stmt.Loop l) {
        loops.push(l.label());
        breakable++;
        scopes.push(new HashSet<>());
        if (l.testFirst()) {
            l.header().forEach(this::statement);
            condition(l.condition());
            block(l.body());
        } else {
            l.body().forEach(this::statement);
            l.header().forEach(this::statement);
            condition(l.condition());
        }
        block(l.update());
        scopes.pop();
        breakable--;
        loops.pop();
    }

    private void attempt(Stmt.Try t) {
        block(t.body());
        require(t.exception().isPresent() == t.handler().isPresent(), t.span(), "a handler without its exception");
        scopes.push(new HashSet<>());
        t.exception().ifPresent(e -> declare(e, t.span()));
        t.handler().ifPresent(this::block);
        scopes.pop();
        block(t.cleanup());
    }

    private void call(String key, Optional<Expr> receiver, List<Expr> arguments, Span at) {
        Optional<MethodDecl> callee = program.method(key);
        require(callee.isPresent(), at, "a call of `" + key + "`, which does not exist");
        if (callee.isEmpty()) {
            return;
        }
        require(
                receiver.isPresent() == (callee.get().kind() == MethodDecl.Kind.INSTANCE),
                at,
                "a call of `" + key + "` with a receiver too many or too few");
        require(
                arguments.size() == callee.get().parameters().size(),
                at,
                "a call of `" + key + "` with " + arguments.size() + " arguments");
        for (int i = 0; i < Math.min(arguments.size(), callee.get().parameters().size()); i++) {
            form(arguments.get(i), callee.get().parameters().get(i).type(), at);
        }
    }

    private void condition(Expr e) {
        expression(e);
        require(e.type() instanceof Type.Bool, e.span(), "a condition that is no boolean");
    }

    private void expression(Expr e) {
        require(
                !(e.type() instanceof Type.Erroneous)
                        && !(e.type() instanceof Type.Void)
                        && !(e.type() instanceof Type.Null),
                e.span(),
                "an expression without a type");
        if (e instanceof Expr.Get get) {
            inScope(get.local(), e.span());
        } else if (e instanceof Expr.ErrnoOf x) {
            inScope(x.exception(), e.span());
        } else if (e instanceof Expr.This) {
            require(method.kind() != MethodDecl.Kind.STATIC, e.span(), "`this` in a static method");
        } else if (e instanceof Expr.Binary b) {
            binary(b);
        } else if (e instanceof Expr.Conditional c) {
            require(c.condition().type() instanceof Type.Bool, e.span(), "a choice by what is no boolean");
        } else if (e instanceof Expr.Element x) {
            require(
                    x.array().type() instanceof Type.Array && isInt(x.index()),
                    e.span(),
                    "an element of what is no array");
        } else if (e instanceof Expr.DmaElement x) {
            require(
                    x.array().type() instanceof Type.DmaArray && isInt(x.index()),
                    e.span(),
                    "an element of what is no DmaArray");
        } else if (e instanceof Expr.RegisterRef r) {
            require(r.block().type() instanceof Type.Block, e.span(), "a register of what is no block");
        } else if (e instanceof Expr.DmaField f) {
            require(f.structure().type() instanceof Type.Dma, e.span(), "a field of what is no structure");
        }
        Operands.of(e).forEach(this::expression);
    }

    private void binary(Expr.Binary b) {
        boolean logical = b.op() == Expr.BinaryOp.AND || b.op() == Expr.BinaryOp.OR;
        if (logical) {
            require(
                    b.left().type() instanceof Type.Bool && b.right().type() instanceof Type.Bool,
                    b.span(),
                    "and/or of what is no boolean");
            return;
        }
        boolean shift = b.op() == Expr.BinaryOp.SHIFT_LEFT
                || b.op() == Expr.BinaryOp.SHIFT_RIGHT
                || b.op() == Expr.BinaryOp.SHIFT_RIGHT_LOGICAL;
        if (b.left().type() instanceof Type.Int l && b.right().type() instanceof Type.Int r) {
            require(shift || l.java() == r.java(), b.span(), "operands in different carriers");
        } else {
            require(b.left().type().getClass() == b.right().type().getClass(), b.span(), "operands of different types");
        }
    }

    private static boolean isInt(Expr e) {
        return e.type() instanceof Type.Int number && number.java() == Type.Java.INT;
    }

    private void form(Expr value, Type place, Span at) {
        boolean fits = value.type() instanceof Type.Int given && place instanceof Type.Int wanted
                ? given.java() == wanted.java()
                : Coercion.sameForm(value.type(), place);
        require(
                fits,
                at,
                "a value of type " + vireo.generator.resolve.TypeText.of(value.type()) + " where "
                        + vireo.generator.resolve.TypeText.of(place) + " belongs");
    }

    private void inScope(Local local, Span at) {
        require(
                scopes.stream().anyMatch(s -> s.contains(local)),
                at,
                "local `" + local.name() + "` used outside of its block");
    }

    private void require(boolean holds, Span at, String what) {
        if (!holds) {
            diagnostics.report(Diagnostic.of(
                    "VR999",
                    at,
                    "the generator made wrong code: " + what,
                    "This is an error of the generator, not of the driver.",
                    "Report it, with this source; until then, write the statement in another way."));
        }
    }
}
