// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Try blocks: picks the shape that a kernel engineer would write, and lets {@link ExitLowering} find the way. */
final class TryLowering {
    private final ProgramFacts facts;
    private final Program program;
    private final FunctionScope scope;
    private final ExitLowering exits;
    private final StatementLowering statements;

    TryLowering(ProgramFacts facts, FunctionScope scope, ExitLowering exits, StatementLowering statements) {
        this.facts = facts;
        this.program = facts.program();
        this.scope = scope;
        this.exits = exits;
        this.statements = statements;
    }

    void lower(Stmt.Try t, Code code, boolean last) {
        if (t.cleanup().isEmpty()) {
            catching(t, code, last);
            return;
        }
        int failures = t.handler().isPresent()
                ? IrWalk.throwSites(t.handler().get(), program)
                : IrWalk.throwSites(t.body(), program);
        boolean returns = IrWalk.any(List.of(t), Stmt.Return.class::isInstance);
        // Failure and success have to leave apart where only one of them gives the receiver's memory back.
        boolean apart = scope.method().throwing() && facts.freesReceiver(scope.method());
        if (!apart && last && exits.frame() == null && (failures > 0 || returns)) {
            allAtLabel(t, code);
        } else {
            failuresApart(t, code, failures);
        }
    }

    /** The function ends with the clean-up, whichever way it ends. */
    private void allAtLabel(Stmt.Try t, Code code) {
        boolean throwing = scope.method().throwing();
        Frame.Cleaning frame = new Frame.Cleaning(
                exits.frame(), t.cleanup(), exits.error(), Frame.Cleaning.Mode.ALL_AT_LABEL);
        if (throwing && !failsFirst(t)) {
            clearError(code);
        }
        exits.enter(frame);
        Code body = new Code();
        catching(t, body, false);
        exits.leaveFrame(frame);
        boolean swallows = t.handler().isPresent() || IrWalk.any(t.body(), s -> s instanceof Stmt.Try x && x.handler().isPresent());
        if (throwing && swallows) {
            code.addAll(CTrees.rewrite(body.statements(), e -> e, list -> clearBefore(list, frame)));
            if (CTrees.completes(body.statements())) {
                clearError(code);
            }
        } else {
            code.addAll(body.statements());
        }
        if (frame.labelUsed != null) {
            code.add(new CStmt.Label(frame.labelUsed));
        }
        exits.clean(frame, code);
        if (throwing) {
            code.add(CStmt.returning(new CExpr.Variable(frame.error)));
        } else if (scope.method().result() instanceof vireo.generator.ir.Type.Void) {
            return;
        } else {
            code.add(CStmt.returning(new CExpr.Variable(exits.returnVariable())));
        }
    }

    /** A return goes to the label with a status of 0, whatever a handler left in the variable. */
    private List<CStmt> clearBefore(List<CStmt> list, Frame.Cleaning frame) {
        Code code = new Code();
        CStmt previous = null;
        for (CStmt s : list) {
            boolean success = s instanceof CStmt.Goto g && g.label().equals(frame.labelUsed)
                    && previous instanceof CStmt.Do d && d.expression() instanceof CExpr.Assign a
                    && a.target() instanceof CExpr.Unary;
            if (success) {
                clearError(code);
            }
            code.add(s);
            previous = s;
        }
        return code.statements();
    }

    private void clearError(Code code) {
        code.assign(new CExpr.Variable(exits.error()), new CExpr.Number("0"));
    }

    /** Whether the first statement that matters sets the status. */
    private boolean failsFirst(Stmt.Try t) {
        for (Stmt s : t.body()) {
            if (IrWalk.throwSites(s, program) > 0 && s.inside().isEmpty() && !(s instanceof Stmt.Throw)) {
                return true;
            }
            if (!s.inside().isEmpty() || s instanceof Stmt.Return) {
                return false;
            }
        }
        return false;
    }

    /** The clean-up is written at each way out; several failures share one copy behind the function's last return. */
    private void failuresApart(Stmt.Try t, Code code, int failures) {
        Frame.Cleaning.Mode mode = failures > 1 && !IrWalk.leavesLoop(t.cleanup())
                ? Frame.Cleaning.Mode.FAILURES_AT_LABEL
                : Frame.Cleaning.Mode.INLINE;
        Frame.Cleaning frame = new Frame.Cleaning(exits.frame(), t.cleanup(), exits.error(), mode);
        exits.enter(frame);
        Code body = new Code();
        catching(t, body, false);
        exits.leaveFrame(frame);
        code.addAll(body.statements());
        if (CTrees.completes(body.statements())) {
            exits.clean(frame, code);
        }
        if (frame.labelUsed != null) {
            Code failed = new Code().add(new CStmt.Label(frame.labelUsed));
            exits.clean(frame, failed);
            if (CTrees.completes(failed.statements())) {
                exits.raise(new CExpr.Variable(frame.error), failed);
            }
            exits.atEnd(failed.statements());
        }
    }

    private void catching(Stmt.Try t, Code code, boolean last) {
        if (t.handler().isEmpty()) {
            statements.list(t.body(), code, last);
            return;
        }
        List<Stmt> handler = t.handler().get();
        int failures = IrWalk.throwSites(t.body(), program);
        boolean completes = IrWalk.completes(handler);
        int site = soleTopLevelSite(t.body(), failures);
        if (site >= 0 || failures == 1 && !completes && !IrWalk.leavesLoop(handler)) {
            atFailure(t, handler, site, completes, code);
        } else if (!completes && !IrWalk.leavesLoop(handler)) {
            behindFunction(t, handler, code);
        } else {
            afterBody(t, handler, code);
        }
    }

    private int soleTopLevelSite(List<Stmt> body, int failures) {
        if (failures != 1) {
            return -1;
        }
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            if (IrWalk.throwSites(s, program) == 1 && s.inside().isEmpty() && !(s instanceof Stmt.Throw)) {
                return i;
            }
        }
        return -1;
    }

    /** One thing can fail: the handler stands in its {@code if (err)}. */
    private void atFailure(Stmt.Try t, List<Stmt> handler, int site, boolean completes, Code code) {
        Frame.Catching frame = new Frame.Catching(exits.frame(), t.exception().orElseThrow(), handler, exits.error(), true);
        exits.enter(frame);
        if (site < 0 || !completes) {
            statements.list(t.body(), code, false);
            exits.leaveFrame(frame);
            return;
        }
        Code upToFailure = new Code();
        statements.list(t.body().subList(0, site + 1), upToFailure, false);
        exits.leaveFrame(frame);
        List<CStmt> before = upToFailure.statements();
        int check = before.size() - 1;
        while (!(before.get(check) instanceof CStmt.If)) {
            check--;
        }
        Code rest = new Code().addAll(before.subList(check + 1, before.size()));
        statements.list(t.body().subList(site + 1, t.body().size()), rest, false);
        CStmt.If failed = (CStmt.If) before.get(check);
        code.addAll(before.subList(0, check));
        code.add(new CStmt.If(failed.condition(), failed.then(), rest.statements()));
    }

    /** The handler ends the function: it stands at a label behind the last return. */
    private void behindFunction(Stmt.Try t, List<Stmt> handler, Code code) {
        Frame.Catching frame = new Frame.Catching(exits.frame(), t.exception().orElseThrow(), handler, exits.error(), false);
        exits.enter(frame);
        statements.list(t.body(), code, false);
        exits.leaveFrame(frame);
        if (frame.labelUsed != null) {
            Code failed = new Code().add(new CStmt.Label(frame.labelUsed));
            exits.handle(frame, failed);
            exits.atEnd(failed.statements());
        }
    }

    /** What follows the handler follows the body too: both meet behind it. */
    private void afterBody(Stmt.Try t, List<Stmt> handler, Code code) {
        Frame.Catching frame = new Frame.Catching(exits.frame(), t.exception().orElseThrow(), handler, exits.error(), false);
        exits.enter(frame);
        Code body = new Code();
        statements.list(t.body(), body, false);
        exits.leaveFrame(frame);
        if (frame.labelUsed == null) {
            code.addAll(body.statements());
            return;
        }
        boolean meets = CTrees.completes(body.statements());
        boolean swallows = IrWalk.any(t.body(), s -> s instanceof Stmt.Try x && x.handler().isPresent());
        if (meets && !failsFirst(t) && !swallows) {
            clearError(code);
        }
        code.addAll(body.statements());
        if (meets && swallows) {
            clearError(code);
        }
        code.add(new CStmt.Label(frame.labelUsed));
        Code handling = new Code();
        exits.handle(frame, handling);
        if (meets) {
            code.add(new CStmt.If(new CExpr.Variable(frame.error), handling.statements(), List.of()));
        } else {
            code.addAll(handling.statements());
        }
    }
}
