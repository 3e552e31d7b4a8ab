// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** A test may come out either way where it stands, as far as all that is known there goes. */
final class Vr117Decided implements MethodCheck {
    private final Program program;

    Vr117Decided(Program program) {
        this.program = program;
    }

    @Override
    public String code() {
        return "VR117";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        Outcomes outcomes = new Outcomes(tests(values));
        new PointWalk(program, values, List.of(outcomes), findings).run();
        List<Span> reported = new ArrayList<>();
        for (Outcome outcome : outcomes.found.values()) {
            Span span = outcome.test.span();
            if (outcome.mayHold && outcome.mayFail) {
                findings.proved("tests", outcome.test);
            } else if (reported.stream().noneMatch(inner -> inner.start() >= span.start() && inner.end() <= span.end())) {
                // Of a test that is decided because a part of it is, the part speaks.
                reported.add(span);
                report(outcome, findings);
            }
        }
    }

    private void report(Outcome outcome, Findings findings) {
        findings.report(Diagnostic.of(code(), outcome.test.span(),
                "'" + Phrases.source(outcome.test) + "' is always " + (outcome.mayHold ? "true" : "false") + " here.",
                "A test that cannot come out otherwise decides nothing: it is superfluous, or it tests something else than was meant.",
                "Test what was meant, or delete the test with all that it keeps from ever running.").withFacts(outcome.facts));
    }

    /** What decides where control goes, or stands as an operand of such: reading a variable there is a test of it. */
    private static Set<Expr> tests(MethodValues values) {
        Set<Expr> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : values.cfg().reversePostOrder()) {
            if (node.kind() == Node.Kind.BRANCH) {
                Expr condition = node.condition().orElseThrow();
                boolean endless = node.statement().orElseThrow() instanceof Stmt.Loop
                        && condition instanceof Expr.BoolConst constant && constant.value();
                if (!endless) {
                    found.add(condition);
                }
                operands(condition, found);
            } else if (node.kind() == Node.Kind.STATEMENT) {
                Statements.expressions(node.statement().orElseThrow()).forEach(e -> operands(e, found));
            }
        }
        return found;
    }

    private static void operands(Expr e, Set<Expr> found) {
        if (e instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.AND || both.op() == Expr.BinaryOp.OR)) {
            found.add(both.left());
            found.add(both.right());
        } else if (e instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            found.add(not.operand());
        } else if (e instanceof Expr.Conditional choice) {
            found.add(choice.condition());
        } else if (e instanceof Expr.Binary compared && compared.type() instanceof Type.Bool) {
            found.add(compared);
        }
        Expressions.operands(e).forEach(operand -> operands(operand, found));
    }

    /** One test, over all the ways that reach it: a statement of a cleanup stands on several. */
    private static final class Outcome {
        private final Expr test;
        private final List<String> facts;
        private boolean mayHold;
        private boolean mayFail;

        Outcome(Expr test, List<String> facts) {
            this.test = test;
            this.facts = facts;
        }
    }

    /** An expression at its place: the same text elsewhere is another test. */
    private record Identity(Expr test) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity identity && identity.test == test;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(test);
        }
    }

    private static final class Outcomes implements PointCheck {
        private final Set<Expr> tests;
        private final Map<Identity, Outcome> found = new LinkedHashMap<>();

        Outcomes(Set<Expr> tests) {
            this.tests = tests;
        }

        @Override
        public String code() {
            return "VR117";
        }

        @Override
        public void expression(Expr e, Point point) {
            if (!tests.contains(e) || !isWritten(e)) {
                return;
            }
            Outcome outcome = found.computeIfAbsent(new Identity(e), key -> new Outcome(e, facts(e, point)));
            if (e instanceof Expr.NamedConst constant) {
                outcome.mayHold |= constant.value().signum() != 0;
                outcome.mayFail |= constant.value().signum() == 0;
                return;
            }
            outcome.mayHold |= point.values().assume(point.state(), e, true).isPresent();
            outcome.mayFail |= point.values().assume(point.state(), e, false).isPresent();
        }

        /** Whether the author wrote this: the operations that check themselves are tests that the author did not write. */
        private static boolean isWritten(Expr e) {
            if (!(e instanceof Expr.Binary both)) {
                return true;
            }
            Span left = both.left().span();
            Span right = both.right().span();
            return left.end() <= right.start() && e.span().start() <= left.start() && right.end() <= e.span().end();
        }

        private static List<String> facts(Expr e, Point point) {
            List<Expr> compared = new ArrayList<>();
            compared(e, compared);
            return point.facts(compared.toArray(Expr[]::new));
        }

        private static void compared(Expr e, List<Expr> found) {
            if (e.type() instanceof Type.Int) {
                found.add(e);
            } else {
                Expressions.operands(e).forEach(operand -> compared(operand, found));
            }
        }
    }
}
