// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Every way out of a statement: failure, return, break, continue, with the clean-up code that stands on the way. */
final class ExitLowering {
    private final FunctionScope scope;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final Labels labels;
    private final List<CStmt> atEnd = new ArrayList<>();
    private Frame frame;
    private int depth;

    ExitLowering(FunctionScope scope, ExpressionLowering expressions, StatementLowering statements) {
        this.scope = scope;
        this.expressions = expressions;
        this.statements = statements;
        this.labels = new Labels(expressions.program());
    }

    /** The status variable of the code that is being lowered. */
    CVariable error() {
        return scope.error(depth);
    }

    Labels labels() {
        return labels;
    }

    Frame frame() {
        return frame;
    }

    void enter(Frame inner) {
        frame = inner;
    }

    void leaveFrame(Frame inner) {
        frame = inner.outer;
    }

    Frame.Loop enterLoop(Optional<String> label, boolean continueByGoto) {
        Frame.Loop loop = new Frame.Loop(frame, label, continueByGoto);
        frame = loop;
        return loop;
    }

    Frame enterSwitch() {
        frame = new Frame.Choice(frame);
        return frame;
    }

    /** Code that stands behind the function's last return. */
    void atEnd(List<CStmt> code) {
        atEnd.addAll(code);
    }

    /** Calls something that returns a status, and goes the way of failures where it is not 0. */
    void check(CExpr call, List<CStmt> beforeLeaving, Code code) {
        CExpr err = new CExpr.Variable(error());
        code.assign(err, call);
        Code failed = new Code().addAll(beforeLeaving);
        raise(err, failed);
        code.add(new CStmt.If(err, failed.statements(), List.of()));
    }

    /** Fails with a status: to the next handler, or out of the function. */
    void raise(CExpr status, Code code) {
        CExpr current = status;
        for (Frame f = frame; f != null; f = f.outer) {
            if (f instanceof Frame.Catching c) {
                moveStatus(current, c.error, code);
                if (c.inline) {
                    handle(c, code);
                } else {
                    if (c.labelUsed == null) {
                        c.labelUsed = labels.forCode("err", c.handler);
                    }
                    code.add(new CStmt.Goto(c.labelUsed));
                }
                return;
            }
            if (f instanceof Frame.Cleaning c) {
                if (c.mode != Frame.Cleaning.Mode.INLINE) {
                    moveStatus(current, c.error, code);
                    if (c.labelUsed == null) {
                        c.labelUsed = labels.forCode(c.mode == Frame.Cleaning.Mode.ALL_AT_LABEL ? "out" : "err", c.cleanup);
                    }
                    code.add(new CStmt.Goto(c.labelUsed));
                    return;
                }
                clean(c, code);
            }
        }
        code.add(CStmt.returning(current));
    }

    private static void moveStatus(CExpr status, CVariable to, Code code) {
        CExpr target = new CExpr.Variable(to);
        if (!status.equals(target)) {
            code.assign(target, status);
        }
    }

    /** The handler's code, seen from outside its try block. */
    void handle(Frame.Catching c, Code code) {
        Frame saved = frame;
        frame = c.outer;
        CExpr status = new CExpr.Variable(c.error);
        boolean overwritten = IrWalk.any(c.handler, s -> !(s instanceof Stmt.Throw) && !(s instanceof Stmt.Try)
                && s.inside().isEmpty() && IrWalk.throwSites(s, expressions.program()) > 0);
        boolean used = IrUses.mentions(c.handler, c.exception);
        if (overwritten && used) {
            CVariable cause = scope.helper(vireo.generator.ir.CNames.variable(
                    c.exception.name().length() < 2 ? "cause" : c.exception.name()), CType.INT);
            code.assign(new CExpr.Variable(cause), status);
            status = new CExpr.Variable(cause);
        }
        scope.bindCaught(c.exception, status);
        statements.list(c.handler, code, false);
        frame = saved;
    }

    /** Clean-up code, seen from outside its try block; failures inside it use a status of their own. */
    void clean(Frame.Cleaning c, Code code) {
        Frame saved = frame;
        int savedDepth = depth;
        frame = c.outer;
        depth = IrWalk.throwSites(c.cleanup, expressions.program()) > 0
                || IrWalk.any(c.cleanup, Stmt.Try.class::isInstance) ? depth + 1 : depth;
        statements.list(c.cleanup, code, false);
        depth = savedDepth;
        frame = saved;
    }

    void leave(Stmt.Return r, Code code) {
        boolean cleaning = false;
        for (Frame f = frame; f != null; f = f.outer) {
            cleaning |= f instanceof Frame.Cleaning;
        }
        Optional<CExpr> value = r.value().isPresent() ? returned(r.value().get(), code)
                : scope.method().throwing() ? Optional.of(new CExpr.Number("0")) : Optional.empty();
        if (!cleaning) {
            code.add(new CStmt.Return(value));
            return;
        }
        Optional<CExpr> kept = value.map(v -> isStable(v) ? v : keep(v, code));
        for (Frame f = frame; f != null; f = f.outer) {
            if (f instanceof Frame.Cleaning c) {
                if (c.mode == Frame.Cleaning.Mode.ALL_AT_LABEL) {
                    kept.filter(v -> !scope.method().throwing()).ifPresent(v -> {
                        CExpr target = new CExpr.Variable(returnVariable());
                        if (!target.equals(v)) {
                            code.assign(target, v);
                        }
                    });
                    if (c.labelUsed == null) {
                        c.labelUsed = labels.forCode("out", c.cleanup);
                    }
                    code.add(new CStmt.Goto(c.labelUsed));
                    return;
                }
                clean(c, code);
            }
        }
        code.add(new CStmt.Return(kept));
    }

    /** Stores the result where the caller wants it; what remains is the value of C's own return. */
    private Optional<CExpr> returned(Expr value, Code code) {
        Type result = scope.method().result();
        if (scope.method().throwing()) {
            CVariable out = scope.out().orElseThrow();
            code.assign(new CExpr.Unary("*", new CExpr.Variable(out)), expressions.to(value, expressions.types().of(result)));
            return Optional.of(new CExpr.Number("0"));
        }
        return Optional.of(result instanceof Type.Bool ? expressions.condition(value)
                : expressions.to(value, expressions.types().of(result)));
    }

    /** The variable that carries the result past clean-up code. */
    CVariable returnVariable() {
        return scope.helper("ret", expressions.types().of(scope.method().result()));
    }

    private static boolean isStable(CExpr e) {
        return e instanceof CExpr.Number || e instanceof CExpr.Symbol || e instanceof CExpr.Unary u && isStable(u.operand());
    }

    private CExpr keep(CExpr value, Code code) {
        CExpr target = new CExpr.Variable(returnVariable());
        code.assign(target, value);
        return target;
    }

    void leave(Stmt.Break b, Code code) {
        boolean direct = true;
        for (Frame f = frame; f != null; f = f.outer) {
            if (f instanceof Frame.Cleaning c) {
                clean(c, code);
            } else if (f instanceof Frame.Choice) {
                if (b.label().isEmpty()) {
                    code.add(new CStmt.Break());
                    return;
                }
                direct = false;
            } else if (f instanceof Frame.Loop l) {
                if (b.label().isEmpty() || b.label().equals(l.label)) {
                    if (direct) {
                        code.add(new CStmt.Break());
                    } else {
                        if (l.doneLabel == null) {
                            l.doneLabel = labels.unique(name(l, "loop") + "_done");
                        }
                        code.add(new CStmt.Goto(l.doneLabel));
                    }
                    return;
                }
                direct = false;
            }
        }
        throw new IllegalStateException("break leaves nothing: " + b);
    }

    void leave(Stmt.Continue c, Code code) {
        boolean direct = true;
        for (Frame f = frame; f != null; f = f.outer) {
            if (f instanceof Frame.Cleaning cleaning) {
                clean(cleaning, code);
            } else if (f instanceof Frame.Loop l) {
                if (c.label().isEmpty() || c.label().equals(l.label)) {
                    if (direct && !l.continueByGoto) {
                        code.add(new CStmt.Continue());
                    } else {
                        if (l.nextLabel == null) {
                            l.nextLabel = labels.unique(name(l, "next") + (l.label.isPresent() ? "_next" : ""));
                        }
                        code.add(new CStmt.Goto(l.nextLabel));
                    }
                    return;
                }
                direct = false;
            }
        }
        throw new IllegalStateException("continue repeats nothing: " + c);
    }

    private static String name(Frame.Loop l, String otherwise) {
        return l.label.map(vireo.generator.ir.CNames::variable).orElse(otherwise);
    }

    /** What follows the body of the function. */
    void end(Code code) {
        if (CTrees.completes(code.statements())) {
            if (scope.method().throwing()) {
                code.add(CStmt.returning(new CExpr.Number("0")));
            } else if (!atEnd.isEmpty()) {
                code.add(new CStmt.Return(Optional.empty()));
            }
        }
        code.addAll(atEnd);
    }
}
