// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import java.util.function.BiConsumer;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * Where a number steers the driver: how often a loop runs, how much is copied or allocated, what is mapped, how long it waits. Indices and
 * shift counts are not among them: they are proved to be in range wherever they come from (VR303, VR304).
 */
final class Sinks {
    /** Functions of the port that take an amount, a duration or a physical address. */
    private static final Set<String> STEERED = Set.of("vireo_dma_alloc", "vireo_window_map", "vireo_window_map_ports",
            "vireo_deadline_after_ms");

    private Sinks() {}

    /** Hands over each number that steers at the node, and what it steers. */
    static void of(Node node, Loops loops, BiConsumer<Expr, String> sink) {
        if (node.kind() == Node.Kind.BRANCH && node.statement().orElse(null) instanceof Stmt.Loop loop) {
            limits(loop.condition(), loops.of(loop), sink);
        }
        if (node.kind() != Node.Kind.STATEMENT) {
            return;
        }
        Stmt statement = node.statement().orElseThrow();
        if (statement instanceof Stmt.CopyBytes copy) {
            sink.accept(copy.length(), "how many bytes are copied");
            sink.accept(copy.dmaOffset(), "which bytes are copied");
        } else if (statement instanceof Stmt.Bind bind) {
            bind.count().ifPresent(count -> sink.accept(count, "how many elements are taken to be there"));
        } else if (statement instanceof Stmt.ForeignCall call && STEERED.contains(call.function().cName())) {
            call.arguments().stream().filter(e -> e.type() instanceof Type.Int)
                    .forEach(e -> sink.accept(e, "what " + call.function().javaName() + " is asked for"));
        }
    }

    /** What a loop's counter is compared with, where the loop leaves that alone. */
    private static void limits(Expr condition, Loops.Round round, BiConsumer<Expr, String> sink) {
        if (!(condition instanceof Expr.Binary test)) {
            return;
        }
        switch (test.op()) {
            case AND -> {
                limits(test.left(), round, sink);
                limits(test.right(), round, sink);
            }
            case LT, LE, GT, GE, NE, LT_U64, LE_U64 -> {
                if (moves(test.left(), round)) {
                    limit(test.right(), round, sink);
                }
                if (moves(test.right(), round)) {
                    limit(test.left(), round, sink);
                }
            }
            default -> { }
        }
    }

    private static void limit(Expr e, Loops.Round round, BiConsumer<Expr, String> sink) {
        if (!moves(e, round)) {
            sink.accept(e, "how often a loop runs");
        }
    }

    private static boolean moves(Expr e, Loops.Round round) {
        return e instanceof Expr.Get get && round.changes(get.local())
                || Expressions.operands(e).stream().anyMatch(operand -> moves(operand, round));
    }
}
