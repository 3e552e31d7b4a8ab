// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** Known is, in these graphs, that x was last set to 1: any other number ends it. */
class WitnessTest {
    private final IrSketch ir = new IrSketch();
    private final Local n = ir.parameter("n", IrSketch.U16);
    private final Local x = ir.variable("x", IrSketch.INT);
    private final Expr first = ir.op(BinaryOp.GT, ir.get(n), ir.number(0));
    private final Expr second = ir.op(BinaryOp.GT, ir.get(n), ir.number(1));

    private record LastIsOne() implements Transfer<Boolean>, Lattice<Boolean> {
        @Override
        public Boolean initial(Cfg cfg) {
            return false;
        }

        @Override
        public Boolean join(Boolean first, Boolean second) {
            return first && second;
        }

        @Override
        public Boolean after(Node node, Boolean before) {
            return node.statement().filter(Stmt.Assign.class::isInstance).map(s -> ((Stmt.Assign) s).value())
                    .map(v -> v instanceof Expr.Const c && c.value().intValue() == 1).orElse(before);
        }

        @Override
        public Optional<Boolean> along(Edge edge, Boolean before, Boolean after) {
            return Optional.of(edge.threw() ? before : after);
        }
    }

    private Witness.Path witness(Stmt... body) {
        MethodDecl method = ir.method("run", new Type.Void(), List.of(n), List.of(body));
        Cfg cfg = Cfg.of(method, ir.program(List.of(), method));
        LastIsOne flow = new LastIsOne();
        return Witness.of(Solver.solve(cfg, flow, flow), cfg.exit(), known -> known);
    }

    private Stmt set(int value) {
        return ir.assign(x, ir.number(value));
    }

    private static Witness.Turn turn(Expr condition, boolean outcome) {
        return new Witness.Turn(condition.span(), "not where this is " + outcome);
    }

    @Test
    void aPathThatLeavesItOutIsToldByTheBranchThatLeadsThere() {
        assertEquals(List.of(turn(first, false)), witness(ir.when(first, set(1))).turns());
    }

    @Test
    void aBranchThatBothWaysLeaveItOutIsNoTurn() {
        assertEquals(List.of(turn(first, false)), witness(ir.when(second, ir.assign(n, ir.number(3))), ir.when(first, set(1))).turns());
    }

    @Test
    void eachBranchThatMissesItIsATurn() {
        assertEquals(List.of(turn(first, false), turn(second, false)), witness(ir.when(first, set(1)), ir.when(second, set(1))).turns());
    }

    @Test
    void theOtherOutcomeIsNamedWhereThatOneMissesIt() {
        assertEquals(List.of(turn(first, true)), witness(ir.either(first, List.of(), List.of(set(1)))).turns());
    }

    @Test
    void aLoopThatNeverRunsIsAWayAround() {
        assertEquals(List.of(turn(first, false)), witness(ir.loop(first, List.of(set(1)), List.of())).turns());
    }

    @Test
    void whatEndsItIsNamed() {
        Stmt end = set(2);
        Witness.Path path = witness(set(1), ir.when(first, end));
        assertEquals(Optional.of(end.span()), path.lost());
        assertEquals(List.of(), path.turns().stream().map(Witness.Turn::span).filter(s -> s.equals(second.span())).toList());
    }

    @Test
    void whereNoPathHasItThereIsNothingToTell() {
        Witness.Path path = witness(ir.when(first, set(3)));
        assertEquals(new Witness.Path(Optional.<Span>empty(), List.of()), path);
    }
}
