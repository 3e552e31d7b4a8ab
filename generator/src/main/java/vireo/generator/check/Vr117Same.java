// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.EnumSet;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** The two sides of an operation differ, and so do the two branches of a test, and a value and the place that it is stored to. */
final class Vr117Same implements ProgramCheck {
    /** Where both sides are one, the result is one of them, or zero, or one, or decided. */
    private static final Set<Expr.BinaryOp> TELLING = EnumSet.of(Expr.BinaryOp.EQ, Expr.BinaryOp.NE, Expr.BinaryOp.LT, Expr.BinaryOp.LE,
            Expr.BinaryOp.GT, Expr.BinaryOp.GE, Expr.BinaryOp.LT_U64, Expr.BinaryOp.LE_U64, Expr.BinaryOp.SUB, Expr.BinaryOp.DIV,
            Expr.BinaryOp.REM, Expr.BinaryOp.DIV_U64, Expr.BinaryOp.REM_U64, Expr.BinaryOp.BIT_AND, Expr.BinaryOp.BIT_OR,
            Expr.BinaryOp.BIT_XOR);

    @Override
    public String code() {
        return "VR117";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                statement(statement, findings);
                Statements.expressions(statement).forEach(e -> expression(e, findings));
            }));
        }
        program.types().forEach(type -> Declared.constants(type)
                .forEach(constant -> constant.initializer().ifPresent(e -> expression(e, findings))));
    }

    private void statement(Stmt statement, Findings findings) {
        if (statement instanceof Stmt.If branch && SameText.of(branch.then(), branch.otherwise())) {
            branches(branch.condition(), findings);
        } else if (statement instanceof Stmt.Assign store && store.value() instanceof Expr.Get get && get.local().equals(store.local())
                || statement instanceof Stmt.SetField field && field.value() instanceof Expr.Field read && read.field().equals(field.field())
                        && SameText.of(read.object(), field.object())
                || statement instanceof Stmt.SetElement element && element.value() instanceof Expr.Element same
                        && SameText.of(same.array(), element.array()) && SameText.of(same.index(), element.index())) {
            report(statement.span(), "This stores a value where it came from.", findings);
        }
    }

    private void expression(Expr e, Findings findings) {
        if (e instanceof Expr.Binary both && TELLING.contains(both.op()) && SameText.of(both.left(), both.right())
                && both.left().span().end() <= both.right().span().start()) {
            report(e.span(), "Both sides are '" + Phrases.source(both.left()) + "'.", findings);
        } else if (e instanceof Expr.Conditional choice && SameText.of(choice.yes(), choice.no())) {
            branches(choice.condition(), findings);
        }
        Expressions.operands(e).forEach(operand -> expression(operand, findings));
    }

    private void branches(Expr condition, Findings findings) {
        report(condition.span(), "The same is done whether '" + Phrases.source(condition) + "' holds or not.", findings);
    }

    private void report(Span span, String what, Findings findings) {
        findings.report(Diagnostic.of(code(), span, what, "One of the two was meant to be something else: what is written decides nothing.",
                "Write what was meant, or leave the operation out."));
    }
}
