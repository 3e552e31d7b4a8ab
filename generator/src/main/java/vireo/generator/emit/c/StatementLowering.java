// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** The statements of one function: sequence, choice and repetition. Ways out are {@link ExitLowering}'s. */
final class StatementLowering {
    private final FunctionScope scope;
    private final ExpressionLowering expressions;
    private final EffectLowering effects;
    private final CallLowering calls;
    private final ExitLowering exits;
    private final TryLowering tries;
    private final boolean lines;

    StatementLowering(ProgramFacts facts, TypeMapping types, FunctionScope scope, ExpressionLowering expressions, boolean lines) {
        this.scope = scope;
        this.expressions = expressions;
        this.effects = new EffectLowering(facts, types, scope, expressions);
        this.exits = new ExitLowering(scope, expressions, this);
        this.calls = new CallLowering(facts, types, scope, expressions, effects, exits);
        this.tries = new TryLowering(facts, scope, exits, this);
        this.lines = lines;
    }

    /** The whole body of a function. */
    List<CStmt> function(List<Stmt> body, List<CStmt> before) {
        Code code = new Code().addAll(before);
        list(body, code, true);
        exits.end(code);
        return code.statements();
    }

    List<CStmt> list(List<Stmt> body) {
        Code code = new Code();
        list(body, code, false);
        return code.statements();
    }

    /** @param last nothing of the function follows the list */
    void list(List<Stmt> body, Code code, boolean last) {
        BlankLines blanks = new BlankLines();
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            if (blanks.before(s)) {
                code.add(new CStmt.Blank());
            }
            if (s instanceof Stmt.Declare d && d.value().isEmpty() && i + 1 < body.size()) {
                nameTemporary(d.local(), body.get(i + 1));
            }
            if (lines && !(s instanceof Stmt.Comment || s instanceof Stmt.Block)) {
                code.add(new CStmt.Line(s.span().line(), s.span().file().path()));
            }
            statement(s, code, last && i + 1 == body.size());
        }
    }

    private void nameTemporary(Local local, Stmt effect) {
        if (local.kind() == Local.Kind.TEMPORARY && effect.effectResult().filter(local::equals).isPresent()) {
            scope.declare(local, CNames.variable(local.name()));
        }
    }

    void statement(Stmt s, Code code, boolean last) {
        expressions.at(s);
        if (effects.lower(s, code) || calls.lower(s, code)) {
            return;
        }
        if (s instanceof Stmt.Comment c) {
            code.add(new CStmt.Comment(c.text()));
        } else if (s instanceof Stmt.Block b) {
            list(b.body(), code, last);
        } else if (s instanceof Stmt.If i) {
            CExpr condition = expressions.condition(i.condition());
            choice(condition, list(i.then()), list(i.otherwise()), code);
        } else if (s instanceof Stmt.Loop l) {
            loop(l, code);
        } else if (s instanceof Stmt.Switch w) {
            choice(w, code);
        } else if (s instanceof Stmt.Try t) {
            tries.lower(t, code, last);
        } else if (s instanceof Stmt.Return r) {
            exits.leave(r, code);
        } else if (s instanceof Stmt.Break b) {
            exits.leave(b, code);
        } else if (s instanceof Stmt.Continue c) {
            exits.leave(c, code);
        } else if (s instanceof Stmt.Throw t) {
            exits.raise(expressions.lower(t.errno()).expr(), code);
        } else {
            throw new IllegalArgumentException("not a statement that has a C form: " + s);
        }
    }

    /** An if; where the condition is settled, what is never done goes, unless something else names what it holds. */
    private static void choice(CExpr condition, List<CStmt> then, List<CStmt> otherwise, Code code) {
        Optional<Boolean> outcome = Logic.outcome(condition);
        if (outcome.isPresent() && isUnnamed(outcome.get() ? otherwise : then)) {
            code.addAll(outcome.get() ? then : otherwise);
        } else {
            code.add(new CStmt.If(condition, then, otherwise));
        }
    }

    /** Neither a label nor a jump to one, nor a call of a function that might have no other caller. */
    private static boolean isUnnamed(List<CStmt> body) {
        boolean[] named = {false};
        CTrees.forEachStatement(body, s -> named[0] |= s instanceof CStmt.Label || s instanceof CStmt.Goto);
        CTrees.forEachExpression(body, e -> named[0] |= e instanceof CExpr.Call);
        return !named[0];
    }

    private void loop(Stmt.Loop l, Code code) {
        boolean simpleStep = l.update().isEmpty() || l.update().size() == 1 && l.update().get(0) instanceof Stmt.Assign;
        boolean byGoto = !simpleStep || !l.testFirst() && (!l.header().isEmpty() || !l.update().isEmpty());
        Frame.Loop frame = exits.enterLoop(l.label(), byGoto);
        List<CStmt> header = list(l.header());
        expressions.at(l);
        CExpr condition = expressions.condition(l.condition());
        List<CStmt> body = new ArrayList<>(list(l.body()));
        List<CStmt> update = list(l.update());
        exits.leaveFrame(frame);
        code.add(new CStmt.Loop(header, condition, body, update, l.testFirst(), l.form() == Stmt.Form.FOR,
                Optional.ofNullable(frame.nextLabel)));
        if (frame.doneLabel != null) {
            code.add(new CStmt.Label(frame.doneLabel));
        }
    }

    private void choice(Stmt.Switch w, Code code) {
        CExpr subject = expressions.lower(w.subject()).expr();
        Frame frame = exits.enterSwitch();
        List<CStmt.Case> cases = new ArrayList<>();
        for (Stmt.Case c : w.cases()) {
            cases.add(new CStmt.Case(c.values().stream().map(v -> caseValue(w, v)).toList(), caseBody(c.body())));
        }
        if (w.otherwise().isPresent()) {
            cases.add(new CStmt.Case(List.of(), caseBody(w.otherwise().get())));
        } else if (w.subject().type() instanceof Type.Enum) {
            cases.add(new CStmt.Case(List.of(), List.of(new CStmt.Break())));
        }
        exits.leaveFrame(frame);
        code.add(new CStmt.Switch(subject, cases));
    }

    private CExpr caseValue(Stmt.Switch w, Expr value) {
        expressions.at(w);
        return expressions.lower(value).expr();
    }

    private List<CStmt> caseBody(List<Stmt> body) {
        List<CStmt> lowered = new ArrayList<>(list(body));
        if (CTrees.completes(lowered)) {
            lowered.add(new CStmt.Break());
        }
        return lowered;
    }
}
