// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Where control goes from each statement. */
class CfgTest {
    private final IrSketch ir = new IrSketch();
    private final Local n = ir.parameter("n", IrSketch.U16);
    private final Local x = ir.variable("x", IrSketch.INT);

    private Cfg graph(Stmt... body) {
        MethodDecl method = ir.method("run", new Type.Void(), List.of(n), List.of(body));
        return Cfg.of(method, ir.program(List.of(), method));
    }

    private Stmt mark(int value) {
        return ir.assign(x, ir.number(value));
    }

    private Expr positive() {
        return ir.op(BinaryOp.GT, ir.get(n), ir.number(0));
    }

    private static List<Node> nodesOf(Cfg cfg, Stmt statement) {
        return cfg.nodes().stream().filter(node -> node.statement().equals(Optional.of(statement))).toList();
    }

    private static boolean reaches(Node from, Node to) {
        Set<Node> seen = new HashSet<>();
        List<Node> pending = new ArrayList<>(List.of(from));
        while (!pending.isEmpty()) {
            Node node = pending.remove(pending.size() - 1);
            if (node == to) {
                return true;
            }
            if (seen.add(node)) {
                node.out().forEach(edge -> pending.add(edge.to()));
            }
        }
        return false;
    }

    private static boolean reaches(Cfg cfg, Stmt from, Stmt to) {
        return nodesOf(cfg, from).stream().anyMatch(a -> nodesOf(cfg, to).stream().anyMatch(b -> a != b && reaches(a, b)));
    }

    @Test
    void aThrowGoesToTheHandlerAndNotBehindIt() {
        Stmt fail = ir.fail();
        Stmt skipped = mark(1);
        Stmt handled = mark(2);
        Stmt after = mark(3);
        Cfg cfg = graph(new Stmt.Try(List.of(ir.when(positive(), fail), skipped), Optional.of(ir.variable("e", new Type.Errno())),
                Optional.of(List.of(handled)), List.of(), ir.span()), after);
        assertTrue(reaches(cfg, fail, handled));
        assertFalse(reaches(cfg, fail, skipped));
        assertTrue(reaches(cfg, handled, after));
        assertFalse(reaches(cfg.entry(), cfg.thrown()), "the handler catches what the body throws");
    }

    @Test
    void aReturnRunsTheCleanupAndThenLeaves() {
        Stmt leave = new Stmt.Return(Optional.empty(), ir.span());
        Stmt cleanup = mark(1);
        Stmt after = mark(2);
        Cfg cfg = graph(new Stmt.Try(List.of(ir.when(positive(), leave)), Optional.empty(), Optional.empty(), List.of(cleanup), ir.span()),
                after);
        assertTrue(reaches(cfg, leave, cleanup));
        assertFalse(reaches(cfg, leave, after));
        assertEquals(2, nodesOf(cfg, cleanup).size(), "one copy for the return and one for going on");
    }

    @Test
    void manyReturnsShareOneCopyOfTheCleanup() {
        List<Stmt> body = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            body.add(ir.when(positive(), new Stmt.Return(Optional.empty(), ir.span())));
        }
        Stmt cleanup = mark(1);
        Cfg cfg = graph(new Stmt.Try(body, Optional.empty(), Optional.empty(), List.of(cleanup), ir.span()));
        assertEquals(2, nodesOf(cfg, cleanup).size());
    }

    @Test
    void aThrowInTheHandlerRunsTheCleanup() {
        Stmt fail = ir.fail();
        Stmt cleanup = mark(1);
        Cfg cfg = graph(new Stmt.Try(List.of(ir.fail()), Optional.of(ir.variable("e", new Type.Errno())), Optional.of(List.of(fail)),
                List.of(cleanup), ir.span()));
        assertTrue(reaches(cfg, fail, cleanup));
        assertTrue(nodesOf(cfg, cleanup).stream().allMatch(node -> reaches(node, cfg.thrown())));
        assertFalse(reaches(cfg.entry(), cfg.exit()));
    }

    @Test
    void aLabelledBreakLeavesTheOuterLoopThroughTheCleanup() {
        Stmt leave = new Stmt.Break(Optional.of("outer"), ir.span());
        Stmt cleanup = mark(1);
        Stmt next = mark(2);
        Stmt after = mark(3);
        Stmt inner = ir.loop(positive(), List.of(new Stmt.Try(List.of(ir.when(positive(), leave)), Optional.empty(), Optional.empty(),
                List.of(cleanup), ir.span())), List.of());
        Stmt outer = new Stmt.Loop(Optional.of("outer"), List.of(), new Expr.BoolConst(true, IrSketch.BOOL, ir.span()),
                List.of(inner, next), List.of(), true, Stmt.Form.WHILE, ir.span());
        Cfg cfg = graph(outer, after);
        assertTrue(reaches(cfg, leave, after), "an endless loop is left by the break only");
        Node straight = nodesOf(cfg, leave).get(0).out().get(0).to();
        assertTrue(reaches(straight, nodesOf(cfg, cleanup).get(0)) || reaches(straight, nodesOf(cfg, cleanup).get(1)));
        assertFalse(reaches(straight, nodesOf(cfg, next).get(0)));
    }

    @Test
    void continueGoesToTheUpdateOfAForLoop() {
        Stmt skip = new Stmt.Continue(Optional.empty(), ir.span());
        Stmt rest = mark(1);
        Stmt update = mark(2);
        Cfg cfg = graph(ir.loop(positive(), List.of(skip, rest), List.of(update)));
        assertEquals(List.of(), nodesOf(cfg, rest), "no path reaches what follows a continue");
        assertTrue(reaches(cfg, skip, update));
    }

    @Test
    void aDoLoopRunsItsBodyBeforeItsTest() {
        Stmt body = mark(1);
        Stmt loop = new Stmt.Loop(Optional.empty(), List.of(), positive(), List.of(body), List.of(), false, Stmt.Form.DO, ir.span());
        Cfg cfg = graph(loop);
        Node first = nodesOf(cfg, body).get(0);
        assertEquals(Node.Kind.LOOP_HEAD, first.in().get(0).from().kind());
    }

    @Test
    void everySwitchCaseKnowsItsValues() {
        Stmt one = mark(1);
        Stmt other = mark(2);
        Cfg cfg = graph(new Stmt.Switch(ir.get(n), List.of(new Stmt.Case(List.of(ir.number(7)), List.of(one), ir.span())),
                Optional.of(List.of(other)), ir.span()));
        Node test = cfg.nodes().stream().filter(node -> node.kind() == Node.Kind.SWITCH).findFirst().orElseThrow();
        assertTrue(test.out().get(0).guard() instanceof Edge.Among among && among.values().size() == 1);
        assertTrue(test.out().get(1).guard() instanceof Edge.NoneOf);
    }

    @Test
    void aBodyOfManyStatementsNeedsNoDeepStack() {
        List<Stmt> body = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            body.add(mark(i));
        }
        Cfg cfg = graph(body.toArray(new Stmt[0]));
        assertEquals(cfg.nodes().size() - 1, cfg.reversePostOrder().size(), "all but the throwing exit are reached");
    }
}
