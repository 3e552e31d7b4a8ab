// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * In a chain of tests, of {@code &&}, {@code ||} or {@code else if}, each asks something that the others leave open: none is asked twice, and
 * nothing is compared with two values of an enum so that one answer gives the other. Numbers are {@link Vr117Decided}'s.
 */
final class Vr117Repeated implements ProgramCheck {
    @Override
    public String code() {
        return "VR117";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> {
                Set<Stmt> chained = Collections.newSetFromMap(new IdentityHashMap<>());
                Statements.walk(body, statement -> {
                    if (statement instanceof Stmt.If branch && !chained.contains(branch)) {
                        alternatives(branch, chained, findings);
                    }
                    Statements.expressions(statement).forEach(e -> operands(e, findings));
                });
            });
        }
    }

    private void alternatives(Stmt.If first, Set<Stmt> chained, Findings findings) {
        List<Expr> tests = new ArrayList<>();
        for (Optional<Stmt.If> next = Optional.of(first); next.isPresent(); next = next(next.get())) {
            chained.add(next.get());
            tests.add(next.get().condition());
        }
        for (int i = 1; i < tests.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (SameText.of(tests.get(i), tests.get(k))) {
                    report(tests.get(i), tests.get(k), "is asked again, and false here.", findings);
                }
            }
        }
    }

    /** What follows as {@code else if}; nothing runs between the two tests. */
    private static Optional<Stmt.If> next(Stmt.If branch) {
        List<Stmt> written = branch.otherwise().stream().filter(statement -> !(statement instanceof Stmt.Comment)).toList();
        return written.size() == 1 && written.get(0) instanceof Stmt.If next ? Optional.of(next) : Optional.empty();
    }

    private void operands(Expr e, Findings findings) {
        if (e instanceof Expr.Binary chain && isChain(chain.op())) {
            List<Expr> parts = new ArrayList<>();
            parts(chain, chain.op(), parts);
            chain(parts, chain.op(), findings);
            parts.forEach(part -> operands(part, findings));
        } else {
            Expressions.operands(e).forEach(operand -> operands(operand, findings));
        }
    }

    private static boolean isChain(Expr.BinaryOp op) {
        return op == Expr.BinaryOp.AND || op == Expr.BinaryOp.OR;
    }

    private static void parts(Expr e, Expr.BinaryOp op, List<Expr> found) {
        if (e instanceof Expr.Binary chain && chain.op() == op) {
            parts(chain.left(), op, found);
            parts(chain.right(), op, found);
        } else {
            found.add(e);
        }
    }

    private void chain(List<Expr> parts, Expr.BinaryOp op, Findings findings) {
        for (int i = 1; i < parts.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (SameText.of(parts.get(i), parts.get(k))) {
                    report(parts.get(i), parts.get(k), "is asked again in the same condition.", findings);
                } else if (settles(parts.get(k), parts.get(i), op == Expr.BinaryOp.AND ? Expr.BinaryOp.EQ : Expr.BinaryOp.NE)) {
                    report(parts.get(i), parts.get(k), "is always " + (op == Expr.BinaryOp.OR) + " here.", findings);
                } else if (settles(parts.get(k), parts.get(i))) {
                    report(parts.get(i), parts.get(k), "follows from what was asked before.", findings);
                }
            }
        }
    }

    /** Whether both compare one thing, by {@code op}, with two values of its enum. */
    private static boolean settles(Expr first, Expr second, Expr.BinaryOp op) {
        return first instanceof Expr.Binary a && second instanceof Expr.Binary b && a.op() == op && b.op() == op && differ(a, b);
    }

    /** Whether one asks for a value and the other for its not being another one. */
    private static boolean settles(Expr first, Expr second) {
        return first instanceof Expr.Binary a && second instanceof Expr.Binary b
                && (a.op() == Expr.BinaryOp.EQ && b.op() == Expr.BinaryOp.NE || a.op() == Expr.BinaryOp.NE && b.op() == Expr.BinaryOp.EQ)
                && differ(a, b);
    }

    private static boolean differ(Expr.Binary a, Expr.Binary b) {
        return isConstant(a.right()) && isConstant(b.right()) && SameText.of(a.left(), b.left()) && !SameText.of(a.right(), b.right());
    }

    private static boolean isConstant(Expr e) {
        return (e.type() instanceof Type.Enum || e.type() instanceof Type.Errno) && (e instanceof Expr.EnumConst || e instanceof Expr.ErrnoConst);
    }

    private void report(Expr test, Expr before, String what, Findings findings) {
        findings.report(Diagnostic.of(code(), test.span(), "'" + Phrases.source(test) + "' " + what,
                "A test whose answer is known decides nothing: something else was meant to be asked.",
                "Ask what was meant, or leave the test out.")
                .with(new Diagnostic.Label(before.span(), "asked here")));
    }
}
