// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** The engine serves other analyses than that of values: here, which numbers may have been assigned. */
class SolverTest {
    private final IrSketch ir = new IrSketch();
    private final Local n = ir.parameter("n", IrSketch.U16);
    private final Local x = ir.variable("x", IrSketch.INT);

    private static final Lattice<Set<BigInteger>> SETS = (first, second) -> {
        Set<BigInteger> both = new HashSet<>(first);
        both.addAll(second);
        return both;
    };

    /** The constants that x may hold. */
    private static final class LastConstant implements Transfer<Set<BigInteger>> {
        private int applied;

        @Override
        public Set<BigInteger> initial(Cfg cfg) {
            return Set.of();
        }

        @Override
        public Set<BigInteger> after(Node node, Set<BigInteger> before) {
            applied++;
            boolean assigns = node.kind() == Node.Kind.STATEMENT && node.statement().orElse(null) instanceof Stmt.Assign assign
                    && assign.value() instanceof Expr.Const;
            return assigns ? Set.of(((Expr.Const) ((Stmt.Assign) node.statement().get()).value()).value()) : before;
        }

        @Override
        public Optional<Set<BigInteger>> along(Edge edge, Set<BigInteger> before, Set<BigInteger> after) {
            return Optional.of(edge.threw() ? before : after);
        }
    }

    private Cfg graph(List<Stmt> body) {
        MethodDecl method = ir.method("run", new Type.Void(), List.of(n), body);
        return Cfg.of(method, ir.program(List.of(), method));
    }

    private Stmt set(int value) {
        return ir.assign(x, ir.number(value));
    }

    private Expr positive() {
        return ir.op(BinaryOp.GT, ir.get(n), ir.number(0));
    }

    private static Set<BigInteger> numbers(int... values) {
        Set<BigInteger> set = new HashSet<>();
        for (int value : values) {
            set.add(BigInteger.valueOf(value));
        }
        return set;
    }

    @Test
    void pathsMeetInTheUnionOfBoth() {
        Cfg cfg = graph(List.of(set(1), ir.either(positive(), List.of(set(2)), List.of()), ir.when(positive(), set(3))));
        assertEquals(Optional.of(numbers(1, 2, 3)), Solver.solve(cfg, SETS, new LastConstant()).before(cfg.exit()));
    }

    @Test
    void aLoopSeesWhatItsOwnIterationsLeft() {
        Cfg cfg = graph(List.of(set(1), ir.loop(positive(), List.of(set(2), ir.when(positive(), set(3))), List.of())));
        assertEquals(Optional.of(numbers(1, 2, 3)), Solver.solve(cfg, SETS, new LastConstant()).before(cfg.exit()));
    }

    @Test
    void whatNoPathReachesHasNoElement() {
        Cfg cfg = graph(List.of(ir.fail()));
        Solution<Set<BigInteger>> solution = Solver.solve(cfg, SETS, new LastConstant());
        assertEquals(Optional.empty(), solution.before(cfg.exit()));
        assertTrue(solution.before(cfg.thrown()).isPresent());
    }

    @Test
    void theWorkGrowsWithTheProgramAndNotWithItsPaths() {
        int[] applied = new int[2];
        for (int size = 0; size < 2; size++) {
            List<Stmt> body = new ArrayList<>();
            for (int i = 0; i < 50 << size; i++) {
                // Each doubles the number of paths.
                body.add(ir.either(positive(), List.of(set(i)), List.of(set(-i))));
            }
            LastConstant transfer = new LastConstant();
            Solver.solve(graph(body), SETS, transfer);
            applied[size] = transfer.applied;
        }
        assertTrue(applied[1] <= 2 * applied[0] + 10, "twice the branches took " + applied[1] + " steps instead of " + applied[0]);
    }
}
