// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Optional;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Shows every point of a method that control reaches to the checks: its expressions, the values that flow, and the statement. */
final class PointWalk {
    private final Program program;
    private final MethodValues values;
    private final List<PointCheck> checks;
    private final Findings findings;
    private final Flows flows;

    PointWalk(Program program, MethodValues values, List<PointCheck> checks, Findings findings) {
        this.program = program;
        this.values = values;
        this.checks = checks;
        this.findings = findings;
        this.flows = new Flows(program);
    }

    void run() {
        for (Node node : values.cfg().reversePostOrder()) {
            Optional<State> state = values.before(node);
            if (state.isPresent()) {
                visit(node, new Point(program, values, state.get(), findings));
            }
        }
    }

    private void visit(Node node, Point point) {
        if (node.kind() == Node.Kind.BRANCH || node.kind() == Node.Kind.SWITCH) {
            Expr decisive = node.condition().orElseThrow();
            expression(decisive, point);
            if (node.kind() == Node.Kind.SWITCH) {
                checks.forEach(check -> check.choice(decisive, point));
            }
            return;
        }
        if (node.kind() == Node.Kind.EXIT) {
            checks.forEach(check -> check.exit(point));
        }
        if (node.kind() != Node.Kind.STATEMENT) {
            return;
        }
        Stmt statement = node.statement().orElseThrow();
        for (Expr e : Statements.expressions(statement)) {
            expression(e, point);
        }
        flows.of(statement, point, (flow, at) -> checks.forEach(check -> check.flow(flow, at)));
        checks.forEach(check -> check.statement(statement, point));
    }

    private void expression(Expr e, Point point) {
        if (e instanceof Expr.Binary binary && (binary.op() == Expr.BinaryOp.AND || binary.op() == Expr.BinaryOp.OR)) {
            expression(binary.left(), point);
            // The right side is evaluated only where the left one did not decide.
            values.assume(point.state(), binary.left(), binary.op() == Expr.BinaryOp.AND)
                    .ifPresent(state -> expression(binary.right(), point.with(state)));
        } else if (e instanceof Expr.Conditional choice) {
            expression(choice.condition(), point);
            values.assume(point.state(), choice.condition(), true).ifPresent(state -> expression(choice.yes(), point.with(state)));
            values.assume(point.state(), choice.condition(), false).ifPresent(state -> expression(choice.no(), point.with(state)));
        } else {
            for (Expr operand : Expressions.operands(e)) {
                expression(operand, point);
            }
        }
        if (e instanceof Expr.NewValue built) {
            flows.components(built, point, (flow, at) -> checks.forEach(check -> check.flow(flow, at)));
        } else if (e instanceof Expr.ForeignPure pure) {
            flows.arguments(pure, point, (flow, at) -> checks.forEach(check -> check.flow(flow, at)));
        }
        for (PointCheck check : checks) {
            check.expression(e, point);
        }
    }
}
